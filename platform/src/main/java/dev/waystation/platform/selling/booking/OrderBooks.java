package dev.waystation.platform.selling.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Orders as accountants read them. */
public interface OrderBooks {

    /**
     * What an order is worth now.
     *
     * @param reference under which it was paid
     * @param soldMinor fares of its tickets, 0 while nothing is sold
     * @param returnedMinor what was promised back for tickets given back
     * @param notCashMinor what points and stored value still pay of it
     * @param at when the payment was dealt with
     */
    record Line(
            OrderId id,
            UUID reference,
            long memberId,
            String status,
            long soldMinor,
            long returnedMinor,
            long notCashMinor,
            Instant at) {}

    /** Orders whose payment was dealt with in a time. */
    List<Line> settled(Instant from, Instant to);

    /** What points paid of a member's orders since an instant, less what went back. */
    long paidInPoints(long memberId, Instant since);

    /** Which of these references belong to orders. */
    List<Line> of(List<UUID> references);
}
