package dev.waystation.platform.foundation.facts;

import java.util.List;
import java.util.Set;

/**
 * A named consumer of the log. Each batch is read in one transaction that also moves the reader's
 * cursor, so an effect in that transaction happens once. Keep it idempotent by business key all the
 * same: an operator may wind a reader back.
 */
public interface FactReader {

    /** Names the cursor; never changes, or everything is read again. */
    String name();

    Set<Class<? extends Fact>> hears();

    void read(List<RecordedFact> batch);
}
