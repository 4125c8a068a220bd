package dev.waystation.platform.selling.payment;

import dev.waystation.amounts.Money;
import java.util.UUID;

/** What became of a wish to return money. */
public sealed interface RefundOutcome {

    /** The money is on its way back; also the answer to a repeated reference. */
    record Refunded(UUID refundRef, Money amount) implements RefundOutcome {}

    record Refused(RefundRefusal code) implements RefundOutcome {}

    /** Why no money was returned. */
    enum RefundRefusal {
        NOTHING_WAS_CAPTURED,
        REFUND_EXCEEDS_CAPTURE
    }
}
