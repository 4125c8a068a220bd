package dev.waystation.platform.engagement.journey.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a member may enter again. The rule is an entry key, unique per member and journey, so
 * that the database decides between triggers that arrive at the same time.
 *
 * @param rule once, after_exit (whenever he is not inside), after_days (a new period of {@code
 *     days} has begun and so many have passed), each_trigger, or per_key: once for each order, trip
 *     or whatever {@code key} names, several at a time
 * @param key the value of the trigger that tells entries apart, for per_key
 */
public record ReEntry(String rule, int days, @Nullable String key) {

    private static final Set<String> PLAIN = Set.of("once", "after_exit", "each_trigger");

    public static final ReEntry ONCE = new ReEntry("once", 0);
    public static final ReEntry AFTER_EXIT = new ReEntry("after_exit", 0);
    public static final ReEntry EACH_TRIGGER = new ReEntry("each_trigger", 0);

    /** A rule that needs no key. */
    public ReEntry(String rule, int days) {
        this(rule, days, null);
    }

    public ReEntry {
        boolean keyed = rule.equals("per_key");
        Malformed.require(
                keyed == (key != null && !key.isBlank()),
                "reEntry.key",
                key,
                "name the value that tells entries apart for per_key, and none for other rules");
        boolean spaced = rule.equals("after_days");
        Malformed.require(
                keyed || spaced || PLAIN.contains(rule),
                "reEntry.rule",
                rule,
                "use once, after_exit, after_days, each_trigger or per_key");
        Malformed.require(
                spaced ? days >= 1 && days <= 3_650 : days == 0,
                "reEntry.days",
                days,
                spaced ? "give 1 to 3650 days" : "leave days at 0");
    }

    public static ReEntry afterDays(int days) {
        return new ReEntry("after_days", days);
    }

    /** One enrolment for each value of that name. */
    public static ReEntry per(String key) {
        return new ReEntry("per_key", 0, key);
    }

    /**
     * Unique per member and journey; {@code trigger} names the fact that would let him in, {@code
     * values} are those of the fact.
     */
    public String entryKey(Instant at, String trigger, Map<String, ?> values) {
        return switch (rule) {
            case "once" -> "once";
            case "after_days" ->
                    "period-" + Math.floorDiv(ChronoUnit.DAYS.between(Instant.EPOCH, at), days);
            case "per_key" -> values.containsKey(key) ? "key-" + values.get(key) : trigger;
            default -> trigger;
        };
    }

    /** Whether a member may be inside only once at a time. */
    public boolean isExclusive() {
        return !rule.equals("each_trigger") && !rule.equals("per_key");
    }
}
