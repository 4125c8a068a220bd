package dev.waystation.platform.engagement.journey.model;

import dev.waystation.condition.ConditionReader;
import dev.waystation.condition.Evaluator;
import dev.waystation.platform.foundation.edge.Malformed;
import java.util.Map;
import java.util.Set;

/**
 * What lets a member in: a fact, and a condition on its values.
 *
 * @param fact its name, such as TripCompleted
 * @param when in the condition language, over the fact's own values; empty for every such fact
 */
public record Trigger(String fact, Map<String, Object> when) {

    public Trigger {
        when = Map.copyOf(when);
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
