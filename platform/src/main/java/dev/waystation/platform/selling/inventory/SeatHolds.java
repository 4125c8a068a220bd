package dev.waystation.platform.selling.inventory;

import java.util.UUID;

/**
 * Takes, confirms and gives back seats. Every answer is durable when it returns, and every call may
 * be repeated with the same reference: it then gives the same answer and changes nothing.
 */
public interface SeatHolds {

    /**
     * Holds one seat per passenger on the same legs until a deadline, all or none. A known
     * reference gets the seats it already has, also when they have been confirmed since.
     */
    HoldOutcome hold(HoldRequest request);

    /**
     * Sells held seats for good. After the deadline the same seats are taken again when they are
     * still free, otherwise others; when nothing is left the outcome says why.
     */
    ConfirmOutcome confirm(UUID holdRef);

    /** Frees the seats of a hold or of a confirmed sale. */
    ReleaseOutcome release(UUID holdRef, String cause);

    /** Frees one seat of a party, named by its label; the others keep theirs. */
    ReleaseOutcome releaseSeat(UUID holdRef, SeatLabel seat, String cause);
}
