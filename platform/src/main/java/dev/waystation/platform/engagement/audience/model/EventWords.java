package dev.waystation.platform.engagement.audience.model;

import dev.waystation.condition.Attribute;
import dev.waystation.condition.Happening;
import dev.waystation.condition.Kind;
import dev.waystation.condition.Phrase;
import dev.waystation.platform.engagement.events.EventType;
import dev.waystation.platform.engagement.events.EventType.Property;
import dev.waystation.platform.engagement.events.TakenEvent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events that operators defined, in the words of conditions. */
public final class EventWords {

    /** Where an event happened; no property that an operator defines has a dot in its name. */
    static final String VENUE = "at.venue";

    static final String ZONE = "at.zone";
    static final String POSITION = "at.position";

    private EventWords() {}

    /** What a condition can say about the event: "did it n times where ...". */
    public static Happening happening(EventType type, List<Attribute.Value> venues) {
        Stream<Attribute> places =
                Stream.of(
                        Attribute.of(VENUE, Kind.TEXT, "场馆", "venue").oneOf(venues),
                        Attribute.of(ZONE, Kind.TEXT, "区域", "zone"),
                        Attribute.of(POSITION, Kind.PLACE, "位置", "position"));
        return new Happening(
                type.name(),
                new Phrase(type.title().zh(), type.title().en()),
                new Phrase("次", "times"),
                Stream.concat(type.properties().stream().flatMap(EventWords::attribute), places)
                        .toList());
    }

    private static Stream<Attribute> attribute(Property property) {
        return kind(property).stream()
                .map(kind -> {
                    Attribute attribute =
                            Attribute.of(
                                    property.name(),
                                    kind,
                                    property.title().zh(),
                                    property.title().en());
                    return property.values().isEmpty() || kind != Kind.TEXT
                            ? attribute
                            : attribute.oneOf(
                                    property.values().stream()
                                            .map(code -> Vocabulary.value(code, code, code))
                                            .toList());
                });
    }

    /** Conditions count in whole numbers: amounts are minor units. */
    private static Optional<Kind> kind(Property property) {
        return switch (property.kind()) {
            case TEXT -> Optional.of(Kind.TEXT);
            case WHOLE -> Optional.of(Kind.WHOLE);
            case FLAG -> Optional.of(Kind.FLAG);
            case NUMBER -> Optional.empty();
        };
    }

    /** What of an event conditions may ask about; the rest is not copied. */
    public static Map<String, Object> kept(EventType type, TakenEvent event) {
        Map<String, Object> kept = new HashMap<>();
        for (Property property : type.properties()) {
            Object value = fitting(property.kind(), event.properties().get(property.name()));
            if (value != null) {
                kept.put(property.name(), value);
            }
        }
        put(kept, VENUE, event.venue());
        put(kept, ZONE, event.zone());
        put(kept, POSITION, event.position());
        return kept;
    }

    private static void put(Map<String, Object> kept, String name, @Nullable Object value) {
        if (value != null) {
            kept.put(name, value);
        }
    }

    private static @Nullable Object fitting(EventType.Kind kind, @Nullable Object value) {
        return switch (kind) {
            case TEXT -> value instanceof String text ? text : null;
            case FLAG -> value instanceof Boolean flag ? flag : null;
            case WHOLE -> value instanceof Number number ? whole(number) : null;
            case NUMBER -> null;
        };
    }

    private static @Nullable Long whole(Number number) {
        try {
            return new BigDecimal(number.toString()).longValueExact();
        } catch (ArithmeticException notWhole) {
            return null;
        }
    }

    /** The columns of an event's rows. A value of an older version's kind counts as absent. */
    static Map<String, String> columns(Happening happening) {
        Map<String, String> columns = new HashMap<>();
        for (Attribute property : happening.properties()) {
            columns.put(property.name(), column(property));
        }
        return columns;
    }

    private static String column(Attribute property) {
        String name = property.name();
        return switch (property.kind()) {
            case WHOLE, PLACE -> typed(name, "number", "bigint");
            case FLAG -> typed(name, "boolean", "boolean");
            case TEXT, TEXTS -> typed(name, "string", "text");
        };
    }

    private static String typed(String name, String json, String sql) {
        return "(case when jsonb_typeof(d.properties -> '%1$s') = '%2$s'".formatted(name, json)
                + " then cast(d.properties ->> '%1$s' as %2$s) end)".formatted(name, sql);
    }

    /** The types by name. */
    public static Map<String, EventType> byName(List<EventType> types) {
        Map<String, EventType> byName = new HashMap<>();
        types.forEach(type -> byName.put(type.name(), type));
        return byName;
    }
}
