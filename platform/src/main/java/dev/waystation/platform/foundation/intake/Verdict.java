package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;

/** What becomes of a row. */
public sealed interface Verdict {

    /** It makes something; {@code target} names it once it is made. */
    record New(String target) implements Verdict {}

    /** It changes something; {@code before} is what an undo needs. */
    record Updated(String target, String before) implements Verdict {}

    /** Everything is as it says already. */
    record Unchanged() implements Verdict {}

    /** It cannot be taken; at least one cell is at fault. */
    record Rejected(List<Fault> faults) implements Verdict {
        public Rejected {
            faults = List.copyOf(faults);
        }
    }

    /**
     * What is wrong, as a person would say it.
     *
     * @param column the cell's column; empty when the whole row is meant
     */
    record Fault(String column, Said why) {}

    static Verdict rejected(String column, Said why) {
        return new Rejected(List.of(new Fault(column, why)));
    }
}
