package dev.waystation.platform.members.partners.model;

import dev.waystation.platform.foundation.edge.Explanation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner and we owe each other for a month.
 *
 * @param net what the partner pays us, negative when we pay
 * @param ours control totals of our own conversions
 * @param theirs control totals of the partner's account of the month
 */
public record Statement(
        LocalDate period,
        boolean locked,
        List<Line> lines,
        long net,
        long paid,
        Totals ours,
        Totals theirs,
        List<Difference> differences,
        List<Payment> payments,
        List<Dispute> disputes) {

    /** What a line counts. */
    public enum Kind {
        ISSUED,
        REDEEMED,
        RETURNED,
        EXPIRED,
        REVERSED,
        CONVERTED_OUT,
        ADJUSTED
    }

    /** A line: so many points, so much money (positive: the partner pays). */
    public record Line(Kind kind, long points, long minor, Explanation why) {}

    /** How many events and units somebody counts. */
    public record Totals(long events, long units) {}

    /** Where two of the three accounts do not agree. */
    public enum Gap {
        ONLY_OURS,
        ONLY_THEIRS,
        UNITS_DIFFER,
        PAYMENT_DIFFERS
    }

    /**
     * A difference.
     *
     * @param disputeId the dispute opened about it, null for none
     */
    public record Difference(
            String eventId, Gap kind, long ours, long theirs, @Nullable UUID disputeId) {}

    public record Payment(String reference, long minor, LocalDate paidOn, String notedBy) {}

    /** How a dispute ended. */
    public enum Decision {
        OPEN,
        /** The partner is right. */
        ACCEPTED,
        /** We are right. */
        REJECTED,
        /** Settled by an amount in a later month. */
        ADJUSTED
    }

    public record Dispute(
            UUID id,
            LocalDate period,
            String eventId,
            Gap kind,
            long ours,
            long theirs,
            Decision state,
            String note,
            String openedBy,
            Instant openedAt,
            @Nullable String decidedBy,
            long minor,
            @Nullable LocalDate adjustedIn) {}

    public Statement {
        lines = List.copyOf(lines);
        differences = List.copyOf(differences);
        payments = List.copyOf(payments);
        disputes = List.copyOf(disputes);
    }
}
