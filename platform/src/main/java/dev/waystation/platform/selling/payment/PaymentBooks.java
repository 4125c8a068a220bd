package dev.waystation.platform.selling.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Payments as accountants read them. */
public interface PaymentBooks {

    /**
     * Money that came for one order, whatever was sold.
     *
     * @param capturedMinor what the provider said came, not what was asked for
     * @param refundedMinor what was sent back, all returns added up
     */
    record Taken(
            UUID orderRef, String subject, long capturedMinor, long refundedMinor, Instant at) {}

    /** Captured in a time. */
    List<Taken> captured(Instant from, Instant to);

    /** What came for these orders, whenever. */
    List<Taken> of(List<UUID> orderRefs);
}
