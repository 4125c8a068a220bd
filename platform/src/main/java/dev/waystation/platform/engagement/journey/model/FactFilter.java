package dev.waystation.platform.engagement.journey.model;

import dev.waystation.condition.Condition;
import dev.waystation.condition.ConditionReader;
import dev.waystation.condition.Evaluator;
import dev.waystation.platform.foundation.edge.Malformed;
import java.util.List;
import java.util.Map;

/**
 * Which facts an await counts when not every one does.
 *
 * @param when over the fact's own values
 * @param same names of values in which the fact must equal the trigger: the same order, say
 */
public record FactFilter(String node, String fact, Condition when, List<String> same) {

    public FactFilter {
        same = List.copyOf(same);
    }

    /** The filters of a drawing; awaits that count every fact have none. */
    static List<FactFilter> of(GraphDraft graph) {
        return graph.nodes().stream()
                .filter(node -> node.kind().equals("await") && isPicky(node))
                .map(FactFilter::of)
                .toList();
    }

    static boolean isPicky(NodeDraft node) {
        return node.settings().containsKey("when") || node.settings().containsKey("same");
    }

    private static FactFilter of(NodeDraft node) {
        var settings = new Settings(node);
        Object when = node.settings().getOrDefault("when", Map.of());
        ConditionReader.Reading reading = ConditionReader.read(when);
        Malformed.require(
                reading.problems().isEmpty(),
                settings.field("when"),
                when,
                "write a condition on the values of the fact");
        return new FactFilter(
                node.id(), settings.text("fact"), reading.condition(), settings.texts("same"));
    }

    /** Whether this fact counts for a member who was let in with these values. */
    public boolean lets(HeardFact heard, Map<String, String> entered) {
        return heard.name().equals(fact)
                && same.stream()
                        .allMatch(name ->
                                String.valueOf(heard.values().get(name)).equals(entered.get(name)))
                && Evaluator.open().test(when, heard.values());
    }

    /** The name under which the engine is told. */
    public String alias() {
        return fact + "@" + node;
    }
}
