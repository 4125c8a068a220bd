package dev.waystation.platform.selling.catalogue.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.catalogue.facts.RunsScheduled;
import dev.waystation.platform.selling.catalogue.store.RunStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts on sale every train on every date of a horizon that its calendar includes, and takes off
 * what its calendar no longer includes. Running it again changes nothing.
 */
@Service
public class ScheduleRuns {

    private static final int LONGEST_HORIZON = 366;

    /** Days ahead that an import and the daily timer put on sale. */
    public static final int USUAL_DAYS_AHEAD = 15;

    /**
     * Both dates included.
     *
     * @param catalogueChanged trains themselves changed, look at them again in any case
     */
    public record Command(LocalDate from, LocalDate to, boolean catalogueChanged) {

        public Command(LocalDate from, LocalDate to) {
            this(from, to, false);
        }

        public Command {
            Malformed.require(
                    !to.isBefore(from) && ChronoUnit.DAYS.between(from, to) < LONGEST_HORIZON,
                    "to",
                    to,
                    "give a date within a year after from");
        }
    }

    /** How many runs came on sale and how many were withdrawn. */
    public record Scheduled(int added, int withdrawn) {}

    private final RunStore runs;
    private final FactLog facts;
    private final CurrentTimetables timetables;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ScheduleRuns(
            RunStore runs,
            FactLog facts,
            CurrentTimetables timetables,
            TransactionTemplate transactions,
            Clock clock) {
        this.runs = runs;
        this.facts = facts;
        this.timetables = timetables;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Scheduled handle(Command command) {
        Scheduled scheduled = transactions.execute(status -> schedule(command));
        if (scheduled == null) {
            throw new IllegalStateException("scheduling gave no answer: " + command);
        }
        if (command.catalogueChanged() || scheduled.added() + scheduled.withdrawn() > 0) {
            timetables.reload();
        }
        return scheduled;
    }

    private Scheduled schedule(Command command) {
        int withdrawn = runs.withdraw(command.from(), command.to());
        int added = runs.schedule(command.from(), command.to());
        if (added + withdrawn > 0) {
            facts.append(
                    new RunsScheduled(
                            command.from(), command.to(), added, withdrawn, clock.instant()));
        }
        return new Scheduled(added, withdrawn);
    }
}
