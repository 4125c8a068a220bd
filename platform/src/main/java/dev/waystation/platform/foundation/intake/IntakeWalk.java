package dev.waystation.platform.foundation.intake;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the three kinds of work on a file share: where things are kept, and one transaction. */
@Component
class IntakeWalk {

    private final Map<String, Intake> intakes;
    private final TransactionTemplate transaction;
    private final IntakeFiles files;
    private final IntakeRows rows;
    private final IntakeFaults faults;
    private final Clock clock;

    IntakeWalk(
            List<Intake> intakes,
            PlatformTransactionManager transactions,
            IntakeFiles files,
            IntakeRows rows,
            IntakeFaults faults,
            Clock clock) {
        this.intakes =
                intakes.stream().collect(Collectors.toMap(Intake::subject, Function.identity()));
        this.transaction = new TransactionTemplate(transactions);
        this.files = files;
        this.rows = rows;
        this.faults = faults;
        this.clock = clock;
    }

    Intake intake(String subject) {
        Intake intake = intakes.get(subject);
        if (intake == null) {
            throw new NoSuchElementException(subject);
        }
        return intake;
    }

    IntakeFiles files() {
        return files;
    }

    IntakeRows rows() {
        return rows;
    }

    IntakeFaults faults() {
        return faults;
    }

    void together(Runnable step) {
        transaction.executeWithoutResult(_ -> step.run());
    }

    /** Ends a piece of work: the file's state, and the hour from which a day of undo counts. */
    void end(long file, IntakeFile.State state) {
        together(() -> files.move(file, state, clock.instant()));
    }
}
