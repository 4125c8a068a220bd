package dev.waystation.platform.members.wallet.model;

import dev.waystation.platform.members.membership.Household.DrawOrder;
import dev.waystation.platform.members.wallet.PooledPoints.Part;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement over several accounts. Decided once and durable; the entries that carry it out have
 * references that follow from its own, so carrying it out again changes nothing.
 *
 * @param scope what its decisions are numbered in: a family or a sender
 * @param about the draw that a return is about
 * @param attempt which try of holding the points succeeded
 * @param parts whose points; for a transfer the recipient
 */
public record JointMove(
        UUID reference,
        Kind kind,
        String scope,
        long scopeNo,
        long askedBy,
        long amount,
        long fee,
        int attempt,
        @Nullable UUID about,
        @Nullable DrawOrder drawOrder,
        String source,
        @Nullable String order,
        LocalDate month,
        Instant decidedAt,
        State state,
        List<Part> parts) {

    /** What moves. */
    public enum Kind {
        DRAW,
        RETURN,
        TRANSFER
    }

    /** How far it is. */
    public enum State {
        DECIDED,
        DONE,
        UNDONE
    }

    public JointMove {
        parts = List.copyOf(parts);
    }

    public static String family(long household) {
        return "family:" + household;
    }

    public static String sender(long member) {
        return "sender:" + member;
    }

    public static LocalDate monthOf(LocalDate day) {
        return day.withDayOfMonth(1);
    }

    /** Reference of one of the entries that carry it out. */
    public UUID entry(String step, long member) {
        return entry(reference, step, member);
    }

    public static UUID entry(UUID reference, String step, long member) {
        String name = reference + " " + step + " " + member;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** How much of whose, owners in ascending order. */
    public static Map<Long, Long> byOwner(List<Part> parts) {
        Map<Long, Long> sums = new TreeMap<>();
        parts.forEach(part -> sums.merge(part.memberId(), part.amount(), Long::sum));
        return sums;
    }

    public JointMove numbered(long number) {
        return new JointMove(
                reference, kind, scope, number, askedBy, amount, fee, attempt, about, drawOrder,
                source, order, month, decidedAt, state, parts);
    }

    /** What of this draw is left after returns, in the order in which it was taken. */
    public List<Part> left(List<JointMove> returns) {
        Map<Part, Long> back = new LinkedHashMap<>();
        for (JointMove each : returns) {
            each.parts()
                    .forEach(part ->
                            back.merge(
                                    new Part(part.memberId(), part.lastDay(), 0),
                                    part.amount(),
                                    Long::sum));
        }
        return parts.stream()
                .map(part ->
                        new Part(
                                part.memberId(),
                                part.lastDay(),
                                part.amount()
                                        - back.getOrDefault(
                                                new Part(part.memberId(), part.lastDay(), 0), 0L)))
                .filter(part -> part.amount() > 0)
                .toList();
    }
}
