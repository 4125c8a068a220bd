package dev.waystation.platform.engagement.journey.model;

import dev.waystation.condition.ConditionReader;
import dev.waystation.condition.Evaluator;
import dev.waystation.platform.foundation.edge.Malformed;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lets a member in: a fact, and a condition on its values.
 *
 * @param fact its name, such as TripCompleted
 * @param when in the condition language, over the fact's own values; empty for every such fact
 * @param at for {@link #CLOCK}, when and whom
 */
public record Trigger(String fact, Map<String, Object> when, @Nullable Timetable at) {

    /** Nothing that happens: the clock, or somebody's hand, lets members in. */
    public static final String CLOCK = "OnTime";

    public static final String HAND = "ByHand";

    /** A fact lets members in. */
    public Trigger(String fact, Map<String, Object> when) {
        this(fact, when, null);
    }

    public Trigger {
        when = Map.copyOf(when);
        Malformed.require(
                fact.equals(CLOCK) == (at != null),
                "trigger.at",
                at,
                "say when for a journey the clock opens, and only for that");
        var reading = ConditionReader.read(when);
        Malformed.require(
                reading.problems().isEmpty(),
                "trigger.when",
                when,
                "write a condition on the values of the fact");
    }

    /** What changed who is in a segment although nothing happened to the member. */
    private static final Set<String> NOTHING_HAPPENED =
            Set.of("published", "edit", "backfill", "merge");

    /** Members whom publishing or editing a segment moved enter only when the cause is asked. */
    public boolean lets(HeardFact heard) {
        boolean bookkeeping =
                heard.name().startsWith("Segment")
                        && NOTHING_HAPPENED.contains(String.valueOf(heard.values().get("cause")));
        return heard.name().equals(fact)
                && (!bookkeeping || when.containsKey("cause"))
                && Evaluator.open().test(ConditionReader.read(when).condition(), heard.values());
    }
}
