package dev.waystation.platform.operators.venues;

import dev.waystation.platform.foundation.edge.Said;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The operator group that this deployment serves. */
public interface Venues {

    /** The zone in which business dates are read. */
    ZoneId zone();

    Said operatorName();

    List<BusinessLine> businessLines();

    /** Where a person answers; empty when the operator has given no number. */
    Optional<String> helpPhone();
}
