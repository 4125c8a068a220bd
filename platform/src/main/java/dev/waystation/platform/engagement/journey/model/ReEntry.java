package dev.waystation.platform.engagement.journey.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Whether a member may enter again. The rule is an entry key, unique per member and journey, so
 * that the database decides between triggers that arrive at the same time.
 *
 * @param rule once, after_exit (whenever he is not inside), after_days (a new period of {@code
 *     days} has begun and so many have passed), or each_trigger
 */
public record ReEntry(String rule, int days) {

    private static final Set<String> PLAIN = Set.of("once", "after_exit", "each_trigger");

    public static final ReEntry ONCE = new ReEntry("once", 0);
    public static final ReEntry AFTER_EXIT = new ReEntry("after_exit", 0);
    public static final ReEntry EACH_TRIGGER = new ReEntry("each_trigger", 0);

    public ReEntry {
        boolean spaced = rule.equals("after_days");
        Malformed.require(
                spaced || PLAIN.contains(rule),
                "reEntry.rule",
                rule,
                "use once, after_exit, after_days or each_trigger");
        Malformed.require(
                spaced ? days >= 1 && days <= 3_650 : days == 0,
                "reEntry.days",
                days,
                spaced ? "give 1 to 3650 days" : "leave days at 0");
    }

    public static ReEntry afterDays(int days) {
        return new ReEntry("after_days", days);
    }

    /** Unique per member and journey; {@code trigger} names the fact that would let him in. */
    public String entryKey(Instant at, String trigger) {
        return switch (rule) {
            case "once" -> "once";
            case "after_days" ->
                    "period-" + Math.floorDiv(ChronoUnit.DAYS.between(Instant.EPOCH, at), days);
            default -> trigger;
        };
    }

    /** Whether a member may be inside only once at a time. */
    public boolean isExclusive() {
        return !rule.equals("each_trigger");
    }
}
