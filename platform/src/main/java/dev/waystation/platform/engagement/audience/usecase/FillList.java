package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.Cause;
import dev.waystation.platform.engagement.audience.store.ListRows;
import dev.waystation.platform.engagement.audience.store.MembershipStore;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes lists: segments whose members do not move by themselves. From a file, where every line that
 * names nobody is kept with its reason, or as a snapshot of a live segment.
 */
@Service
public class FillList {

    private static final int BATCH = 10_000;

    /** Its name and the lines of the file, a member's number each. */
    public record Command(Said name, Iterator<String> lines) {
        public Command {
            Malformed.require(
                    !name.zh().isBlank() && name.zh().length() <= 80,
                    "name",
                    name.zh(),
                    "write a name of 1 to 80 characters");
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Filled(long segmentId, long accepted, long refused) implements Outcome {}

        record NameTaken() implements Outcome {}
    }

    private final ListRows lists;
    private final MembershipStore memberships;
    private final CurrentVocabulary vocabulary;
    private final LoadMembers members;
    private final Clock clock;

    FillList(
            ListRows lists,
            MembershipStore memberships,
            CurrentVocabulary vocabulary,
            LoadMembers members,
            Clock clock) {
        this.vocabulary = vocabulary;
        this.members = members;
        this.lists = lists;
        this.memberships = memberships;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        Instant now = clock.instant();
        Optional<Long> id = lists.insert(command.name(), now);
        if (id.isEmpty()) {
            return new Outcome.NameTaken();
        }
        long accepted = 0;
        long refused = 0;
        int line = 0;
        List<ListRows.Line> batch = new ArrayList<>(BATCH);
        List<ListRows.Problem> problems = new ArrayList<>();
        while (command.lines().hasNext()) {
            line++;
            String text = command.lines().next().strip();
            if (line == 1 && !text.startsWith("mbr_")) {
                continue; // a heading
            }
            read(line, text, batch, problems);
            if (batch.size() == BATCH) {
                accepted += lists.fill(id.get(), batch, now, problems);
                batch.clear();
                refused += keep(id.get(), problems);
            }
        }
        accepted += lists.fill(id.get(), batch, now, problems);
        refused += keep(id.get(), problems);
        told(id.get(), now);
        return new Outcome.Filled(id.get(), accepted, refused);
    }

    /** The members a segment has now, as a list of its own. */
    @Transactional
    public Outcome snapshot(long segmentId, Said name) {
        Instant now = clock.instant();
        Optional<Long> id = lists.insert(name, now);
        if (id.isEmpty()) {
            return new Outcome.NameTaken();
        }
        long count = lists.copy(segmentId, id.get(), now);
        told(id.get(), now);
        return new Outcome.Filled(id.get(), count, 0);
    }

    /** The feed tells who is in; conditions may name the list from now on. */
    private void told(long segmentId, Instant now) {
        memberships.feedAll(segmentId, Cause.kind(Cause.MANUAL), Cause.MANUAL, now);
        vocabulary.forget();
        members.forgetSets();
    }

    /** Every line that named nobody, in the order of the file. */
    @Transactional(readOnly = true)
    public List<ListRows.Problem> problems(long segmentId) {
        return lists.problems(segmentId);
    }

    private static void read(
            int line, String text, List<ListRows.Line> batch, List<ListRows.Problem> problems) {
        try {
            batch.add(new ListRows.Line(line, text, PublicId.decode("mbr", text)));
        } catch (Malformed unreadable) {
            problems.add(new ListRows.Problem(line, text, "NOT_A_MEMBER_NUMBER"));
        }
    }

    private int keep(long segmentId, List<ListRows.Problem> problems) {
        int count = problems.size();
        lists.refuse(segmentId, problems);
        problems.clear();
        return count;
    }
}
