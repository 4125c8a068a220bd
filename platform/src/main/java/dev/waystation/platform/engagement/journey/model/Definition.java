package dev.waystation.platform.engagement.journey.model;

import dev.waystation.journey.Graph;
import java.util.List;
import java.util.Map;

/** One published version: what an enrolment is pinned to. It never changes. */
public record Definition(
        long journeyId,
        int version,
        String code,
        Content content,
        Graph graph,
        List<FactFilter> filters) {

    public static Definition of(long journeyId, int version, String code, Content content) {
        return new Definition(
                journeyId,
                version,
                code,
                content,
                content.graphOf(code),
                FactFilter.of(content.graph()));
    }

    /** Whether this fact is about what the member was let in for: his order and no other. */
    public boolean concerns(HeardFact heard, Map<String, String> entered) {
        String key = content.reEntry().key();
        Object value = key == null ? null : heard.values().get(key);
        return value == null || value.toString().equals(entered.get(key));
    }

    /** Whether the fact names the very thing an enrolment is about. */
    public boolean names(HeardFact heard) {
        String key = content.reEntry().key();
        return key != null && heard.values().containsKey(key);
    }
}
