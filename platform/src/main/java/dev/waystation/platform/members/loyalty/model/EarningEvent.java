package dev.waystation.platform.members.loyalty.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a member did that may earn, as it was when it happened. The same reference never earns
 * twice.
 *
 * @param reference what the event is called where it happened: {@code ticket-4711}
 * @param site where it happened, or empty; limits can be counted per site
 * @param facts what conditions may look at besides the lines
 * @param title what people call it: 武汉 → 岳阳东
 */
public record EarningEvent(
        String programme,
        String trigger,
        String reference,
        long memberId,
        Instant at,
        String site,
        List<Line> lines,
        Map<String, Object> facts,
        Said title) {

    /**
     * One thing bought.
     *
     * @param paidMinor what was paid in money: points, coupons and gift money earn nothing
     * @param award whether it was redeemed rather than bought
     */
    public record Line(
            String item,
            String category,
            long paidMinor,
            boolean award,
            boolean realName,
            boolean refunded) {

        public static Line paid(String item, String category, long paidMinor) {
            return new Line(item, category, paidMinor, false, true, false);
        }

        /** Why the line earns nothing whatever the rules say; null when it may earn. */
        @Nullable String barred() {
            if (award) {
                return "AWARD_TICKET";
            }
            if (refunded) {
                return "LINE_WAS_REFUNDED";
            }
            return realName ? null : "NOT_IN_THE_MEMBERS_NAME";
        }
    }

    public EarningEvent {
        lines = List.copyOf(lines);
        facts = Map.copyOf(facts);
        Malformed.require(
                EarningWords.TRIGGERS.containsKey(trigger),
                "trigger",
                trigger,
                "give one of " + EarningWords.TRIGGERS.keySet());
        Malformed.require(
                !reference.isBlank() && reference.length() <= 120,
                "reference",
                reference,
                "name the event in at most 120 characters");
        lines.forEach(line ->
                Malformed.require(
                        line.paidMinor() >= 0,
                        "lines.paidMinor",
                        line.paidMinor(),
                        "give what was paid, or 0"));
    }

    /** What the lines that may earn were paid with. */
    public long earningMinor() {
        return lines.stream()
                .filter(line -> line.barred() == null)
                .mapToLong(Line::paidMinor)
                .sum();
    }
}
