package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.model.StaffTask;
import dev.waystation.platform.engagement.journey.model.TaskRefusal;
import dev.waystation.platform.engagement.journey.store.TaskRows;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.members.membership.MemberCard;
import dev.waystation.platform.members.membership.Members;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tasks that journeys gave to staff: what is open, the most urgent first, and what came of it. */
@Service
public class WorkOnTasks {

    private static final int LONGEST_NOTE = 500;

    private final TaskRows tasks;
    private final Members members;
    private final Clock clock;

    WorkOnTasks(TaskRows tasks, Members members, Clock clock) {
        this.tasks = tasks;
        this.members = members;
        this.clock = clock;
    }

    /** Which task is done, by whom, and what came of it. */
    public record Command(long id, String by, String note) {
        public Command {
            Malformed.require(
                    note.length() <= LONGEST_NOTE, "note", note.length(), "write 500 characters");
        }
    }

    /** It is done now, or why not. */
    public sealed interface Outcome {
        record Done(Shown task) implements Outcome {}

        record Refused(TaskRefusal code) implements Outcome {}
    }

    /** A task with whom it is about, masked. */
    public record Shown(StaffTask task, String member, boolean overdue) {}

    /** A stretch of the list and how much there is to do. */
    public record Board(List<Shown> items, long open, long overdue) {
        public Board {
            items = List.copyOf(items);
        }
    }

    /**
     * Open ones behind a day and number.
     *
     * @param team whose; blank for everybody's
     */
    @Transactional(readOnly = true)
    public Board open(String team, LocalDate due, long after, int limit) {
        return board(team, tasks.open(team, due, after, limit));
    }

    /** Those done last. */
    @Transactional(readOnly = true)
    public Board done(String team, int limit) {
        return board(team, tasks.done(team, limit));
    }

    @Transactional
    public Outcome handle(Command command) {
        boolean now =
                tasks.finish(command.id(), command.by(), command.note().strip(), clock.instant());
        return tasks.find(command.id())
                .<Outcome>map(task ->
                        now
                                ? new Outcome.Done(shown(task))
                                : new Outcome.Refused(TaskRefusal.TASK_IS_DONE))
                .orElse(new Outcome.Refused(TaskRefusal.UNKNOWN_TASK));
    }

    private Board board(String team, List<StaffTask> found) {
        TaskRows.Count count = tasks.count(team, today());
        return new Board(found.stream().map(this::shown).toList(), count.open(), count.overdue());
    }

    private Shown shown(StaffTask task) {
        return new Shown(
                task,
                members.card(task.memberId()).map(MemberCard::maskedName).orElse(""),
                task.state().equals("open") && task.dueOn().isBefore(today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VenueZone.DEFAULT);
    }
}
