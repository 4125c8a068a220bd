package dev.waystation.condition;

import dev.waystation.condition.Condition.All;
import dev.waystation.condition.Condition.Any;
import dev.waystation.condition.Condition.Did;
import dev.waystation.condition.Condition.Field;
import dev.waystation.condition.Condition.Not;
import dev.waystation.condition.Condition.Occurred;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a condition back to plain maps, lists and values in a canonical JSON form. */
public final class ConditionWriter {

    private ConditionWriter() {}

    /** The JSON form; reading it again gives a condition with the same meaning. */
    public static Map<String, @Nullable Object> write(Condition condition) {
        return switch (condition) {
            case All all -> entry("$and", each(all.parts()));
            case Any any -> entry("$or", each(any.parts()));
            case Not not -> entry("$not", write(not.part()));
            case Did did -> entry(did.negated() ? "$didNot" : "$did", did(did));
            case Occurred it -> entry(it.which().operator(), occurred(it));
            case Field field -> entry(field.path(), operator(field.check()));
        };
    }

    private static List<Map<String, @Nullable Object>> each(List<Condition> parts) {
        return parts.stream().map(ConditionWriter::write).toList();
    }

    private static Map<String, @Nullable Object> did(Did did) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("event", did.event());
        map.put("atLeast", did.atLeast());
        if (did.withinDays() > 0) {
            map.put("withinDays", did.withinDays());
        }
        if (did.where() != null) {
            map.put("where", write(did.where()));
        }
        if (did.share() > 0) {
            map.put("share", did.share());
        }
        return map;
    }

    private static Map<String, @Nullable Object> occurred(Occurred it) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("event", it.event());
        map.put(it.lately() ? "withinDays" : "beforeDays", it.days());
        if (it.where() != null) {
            map.put("where", write(it.where()));
        }
        return map;
    }

    private static @Nullable Object operator(Check check) {
        String operator = Operators.written(check);
        return switch (check) {
            case Check.Same same -> same.value();
            case Check.Compare compare -> entry(operator, compare.value());
            case Check.OneOf oneOf -> entry(operator, oneOf.values());
            case Check.HasAll all -> entry(operator, all.values());
            case Check.Exists exists -> entry(operator, exists.wanted());
            case Check.TypeIs type -> entry(operator, type.type());
            case Check.Size size -> entry(operator, onValue(size.length()));
            case Check.AnyElement any -> entry(operator, onElement(any.element()));
            case Check.Matches matches -> entry(operator, matches.pattern());
            case Check.Version version -> entry(operator, version.version());
            case Check.Near near -> entry(operator, near(near));
            case Check.InGroup group -> entry(operator, group.group());
            case Check.Never never -> entry(operator, never.operand());
        };
    }

    private static Map<String, @Nullable Object> near(Check.Near near) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("latitude", near.circle().degreesNorth());
        map.put("longitude", near.circle().degreesEast());
        map.put("metres", near.circle().metres());
        map.put("zh", near.place().zh());
        map.put("en", near.place().en());
        return map;
    }

    private static @Nullable Object onElement(Condition element) {
        return looksAtFields(element) ? write(element) : onValue(element);
    }

    private static boolean looksAtFields(Condition condition) {
        return switch (condition) {
            case All all -> all.parts().stream().anyMatch(ConditionWriter::looksAtFields);
            case Any any -> any.parts().stream().anyMatch(ConditionWriter::looksAtFields);
            case Not not -> looksAtFields(not.part());
            case Field field -> !field.path().isEmpty();
            case Did ignored -> true;
            case Occurred ignored -> true;
        };
    }

    /** Operators on one value: conjunctions and negations are all that can be read there. */
    private static @Nullable Object onValue(Condition condition) {
        return switch (condition) {
            case Field field -> operator(field.check());
            case Not not -> entry("$not", onValue(not.part()));
            case All all -> {
                Map<String, @Nullable Object> merged = new LinkedHashMap<>();
                for (Condition part : all.parts()) {
                    if (onValue(part) instanceof Map<?, ?> map) {
                        map.forEach((key, value) -> merged.put(String.valueOf(key), value));
                    }
                }
                yield merged;
            }
            case Any ignored -> write(condition);
            case Did ignored -> write(condition);
            case Occurred ignored -> write(condition);
        };
    }

    private static Map<String, @Nullable Object> entry(String key, @Nullable Object value) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }
}
