package dev.waystation.platform.insight.analytics.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.FactTypes;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.insight.analytics.SeedAnalytics;
import dev.waystation.platform.insight.analytics.model.Event;
import dev.waystation.platform.insight.analytics.model.Meaning;
import dev.waystation.platform.insight.analytics.usecase.CountFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts what the modules tell. It knows facts by their name in the log and by their values, the
 * form in which another process would receive them too.
 */
@Component
class WhenAnythingHappens implements FactReader {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final CountFacts count;
    private final JsonMapper json;
    private final Map<Class<? extends Fact>, String> names = new HashMap<>();

    WhenAnythingHappens(CountFacts count, FactTypes types, JsonMapper json) {
        this.count = count;
        this.json = json;
        types.heardBy(SeedAnalytics.class)
                .forEach((name, type) -> {
                    if (Meaning.types().contains(name)) {
                        names.put(type, name);
                    }
                });
    }

    @Override
    public String name() {
        return "analytics.facts";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.copyOf(names.keySet());
    }

    @Override
    public void read(List<RecordedFact> batch) {
        count.handle(batch.stream().map(this::event).toList());
    }

    private Event event(RecordedFact recorded) {
        Map<String, Object> values = new TreeMap<>(json.convertValue(recorded.fact(), VALUES));
        values.values().removeIf(Objects::isNull);
        return new Event(
                recorded.position(),
                names.getOrDefault(recorded.fact().getClass(), ""),
                recorded.fact().occurredAt(),
                values);
    }
}
