package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.condition.Kind;
import dev.waystation.platform.engagement.journey.Journeys;
import dev.waystation.platform.engagement.journey.model.HeardFact;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactTypes;
import dev.waystation.platform.foundation.facts.RecordedFact;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts a journey may be triggered by or wait for: every fact that names a member, of the
 * modules it has declared to hear. Its own are not among them, or a journey could feed itself.
 */
@Component
public class MemberFacts {

    /** Journeys are drawn with the id people see, which a fact beside it does not carry. */
    private static final String SEGMENT_ID = "segmentId";

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final Map<String, Class<? extends Fact>> byName;
    private final JsonMapper json;

    MemberFacts(FactTypes types, JsonMapper json) {
        this.json = json;
        this.byName =
                types.heardBy(Journeys.class).entrySet().stream()
                        .filter(type -> namesMember(type.getValue()))
                        .collect(
                                Collectors.toMap(
                                        type -> type.getValue().getSimpleName(),
                                        Map.Entry::getValue));
    }

    private static boolean namesMember(Class<? extends Fact> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .anyMatch("memberId"::equals);
    }

    public boolean isKnown(String name) {
        return byName.containsKey(name);
    }

    /** The classes by the names that definitions use. */
    public Map<String, Class<? extends Fact>> all() {
        return Map.copyOf(byName);
    }

    /** The components of a fact with the kinds that conditions know. */
    Map<String, Kind> components(String name) {
        var kinds = new TreeMap<String, Kind>();
        Class<? extends Fact> type = byName.get(name);
        if (type != null) {
            for (RecordComponent component : type.getRecordComponents()) {
                kinds.put(component.getName(), kind(component.getType()));
            }
            if (kinds.containsKey(SEGMENT_ID)) {
                kinds.put("segment", Kind.TEXT);
            }
        }
        return kinds;
    }

    private static Kind kind(Class<?> type) {
        if (type == long.class || type == int.class) {
            return Kind.WHOLE;
        }
        return type == boolean.class ? Kind.FLAG : Kind.TEXT;
    }

    /** A recorded fact as journeys see it. */
    public HeardFact heard(RecordedFact recorded) {
        Map<String, Object> values = new TreeMap<>(json.convertValue(recorded.fact(), VALUES));
        values.values().removeIf(Objects::isNull);
        if (values.get(SEGMENT_ID) instanceof Number segment) {
            values.put("segment", PublicId.encode("seg", segment.longValue()));
        }
        return new HeardFact(
                recorded.position(),
                recorded.fact().getClass().getSimpleName(),
                ((Number) values.getOrDefault("memberId", 0)).longValue(),
                recorded.fact().occurredAt(),
                values);
    }
}
