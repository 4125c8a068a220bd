package dev.waystation.platform.selling.inventory;

import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.release.LimitSet;

/** Where release policy is put in force: decided above, enforced here. */
public interface SeatLimits {

    /**
     * Puts limits in force on a run and class. A step key that was applied before changes nothing,
     * so a timer may repeat itself. Seats already sold stay sold.
     */
    void apply(RunId run, String seatClass, String stepKey, LimitSet limits);
}
