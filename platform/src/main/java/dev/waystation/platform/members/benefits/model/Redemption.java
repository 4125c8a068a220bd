package dev.waystation.platform.members.benefits.model;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One coupon in one order.
 *
 * @param lines what it takes off each line by key; decided once, used for every refund
 * @param taken where its limits were taken from, to give them back there
 */
public record Redemption(
        UUID orderRef,
        int lineNo,
        long memberId,
        long campaignId,
        Thing thing,
        State state,
        Map<String, Long> lines,
        Set<String> returnedLines,
        Taken taken,
        String explanationId) {

    public enum State {
        RESERVED,
        REDEEMED,
        RELEASED,
        ROLLED_BACK
    }

    /** The code or the claimed coupon. */
    @SuppressWarnings("ArrayRecordComponent") // a digest, compared in the database only
    public record Thing(byte @Nullable [] codeHash, @Nullable Long sequence) {}

    public record Taken(
            @Nullable Integer totalSlot, @Nullable LocalDate day, @Nullable Integer daySlot) {}

    public Redemption {
        lines = Map.copyOf(lines);
        returnedLines = Set.copyOf(returnedLines);
    }

    public long discountMinor() {
        return lines.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What was not given back line by line. */
    public long openMinor() {
        return lines.entrySet().stream()
                .filter(line -> !returnedLines.contains(line.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public boolean counts() {
        return state == State.RESERVED || state == State.REDEEMED;
    }
}
