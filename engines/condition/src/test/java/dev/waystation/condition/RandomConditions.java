package dev.waystation.condition;

import dev.waystation.testkit.Draw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws conditions, in their JSON form, that fit {@link Catalogue#MEMBERS}. */
final class RandomConditions {

    private static final List<String> CITIES = List.of("WUH", "CAN", "BJP");
    static final List<String> TAGS = List.of("family", "business", "Night");
    static final List<String> VERSIONS = List.of("1.2.0", "1.10.0", "2.0.0-rc.1");

    private RandomConditions() {}

    static Map<String, Object> tree(Draw draw, int depth) {
        if (depth == 0 || draw.chance(35)) {
            return leaf(draw);
        }
        return switch (draw.between(0, 3)) {
            case 0 -> Map.of("$and", parts(draw, depth));
            case 1 -> Map.of("$or", parts(draw, depth));
            case 2 -> Map.of("$nor", parts(draw, depth));
            default -> Map.of("$not", tree(draw, depth - 1));
        };
    }

    private static List<Map<String, Object>> parts(Draw draw, int depth) {
        return draw.listOf(0, 3, next -> tree(next, depth - 1));
    }

    private static Map<String, Object> leaf(Draw draw) {
        return switch (draw.between(0, 8)) {
            case 0, 1 -> Map.of(draw.oneOf("age", "points"), number(draw));
            case 2 -> Map.of("city", text(draw, CITIES));
            case 3 -> Map.of("student", draw.oneOf(true, false, Map.of("$ne", draw.chance(50))));
            case 4 -> Map.of("tags", texts(draw));
            case 5 -> Map.of("version", version(draw));
            case 6 -> Map.of(draw.oneOf("age", "city", "student"), exists(draw));
            case 7 -> Map.of(draw.oneOf("$first", "$last"), occurred(draw));
            default -> Map.of(draw.oneOf("$did", "$didNot"), did(draw));
        };
    }

    private static Map<String, Object> occurred(Draw draw) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("event", "trip.completed");
        asked.put(draw.oneOf("withinDays", "beforeDays"), draw.between(1, 4));
        if (draw.chance(30)) {
            asked.put("where", Map.of("seatClass", draw.oneOf("first", "second")));
        }
        return asked;
    }

    private static Map<String, Object> exists(Draw draw) {
        return Map.of("$exists", draw.chance(50));
    }

    private static Object number(Draw draw) {
        int bound = draw.between(-1, 12);
        return switch (draw.between(0, 3)) {
            case 0 -> bound;
            case 1 ->
                    Map.of(
                            draw.oneOf("$in", "$nin"),
                            draw.listOf(0, 3, next -> (Object) next.between(0, 10)));
            default -> Map.of(draw.oneOf("$eq", "$ne", "$gt", "$gte", "$lt", "$lte"), bound);
        };
    }

    private static Object text(Draw draw, List<String> values) {
        return switch (draw.between(0, 3)) {
            case 0 -> draw.oneOf(values);
            case 1 -> Map.of(draw.oneOf("$eq", "$ne"), draw.oneOf(values));
            case 2 ->
                    Map.of(
                            draw.oneOf("$in", "$nin", "$ini", "$nini"),
                            draw.listOf(0, 2, next -> next.oneOf(values)));
            default -> Map.of(draw.oneOf("$regex", "$regexi"), draw.oneOf("^W", "u", "[BC]"));
        };
    }

    private static Object texts(Draw draw) {
        return switch (draw.between(0, 2)) {
            case 0 ->
                    Map.of(
                            draw.oneOf("$in", "$nin", "$ini", "$nini", "$all", "$alli"),
                            draw.listOf(0, 2, next -> next.oneOf(TAGS)));
            case 1 -> Map.of("$elemMatch", text(draw, TAGS) instanceof Map<?, ?> m ? m : one(draw));
            default -> Map.of("$not", Map.of("$all", draw.listOf(0, 2, n -> n.oneOf(TAGS))));
        };
    }

    private static Map<String, Object> one(Draw draw) {
        return Map.of("$eq", draw.oneOf(TAGS));
    }

    private static Object version(Draw draw) {
        return Map.of(
                draw.oneOf("$veq", "$vne", "$vgt", "$vgte", "$vlt", "$vlte"), draw.oneOf(VERSIONS));
    }

    private static Map<String, Object> did(Draw draw) {
        if (draw.chance(30)) {
            return Map.of(
                    "event",
                    "trip.completed",
                    "atLeast",
                    draw.between(1, 2),
                    "where",
                    Map.of("seatClass", draw.oneOf("first", "second")));
        }
        return Map.of(
                "event",
                draw.oneOf("trip.completed", "park.visited"),
                "atLeast",
                draw.between(1, 3),
                "withinDays",
                draw.between(1, 4));
    }

    /** A row of the catalogue with any column absent now and then. */
    static Row row(Draw draw) {
        Row row = new Row(Catalogue.MEMBERS);
        row.set("age", draw.chance(20) ? null : (Long) draw.between(0L, 10L));
        row.set("points", draw.chance(20) ? null : (Long) draw.between(0L, 10L));
        row.set("city", draw.chance(20) ? null : draw.oneOf(CITIES));
        row.set("student", draw.chance(20) ? null : (Boolean) draw.chance(50));
        row.set("version", draw.chance(20) ? null : draw.oneOf(VERSIONS));
        List<String> tags = new ArrayList<>(TAGS);
        tags.removeIf(tag -> draw.chance(50));
        row.set("tags", draw.chance(20) ? null : tags);
        int trips = draw.between(0, 4);
        int visits = draw.between(0, 4);
        int inFirst = draw.between(0, trips);
        return row.history(did ->
                switch (String.valueOf(did.where())) {
                    case String all when all.equals("null") ->
                            Math.min(
                                    did.withinDays() == 0 ? Integer.MAX_VALUE : did.withinDays(),
                                    did.event().equals("trip.completed") ? trips : visits);
                    case String text when text.contains("value=first") -> inFirst;
                    default -> trips - inFirst;
                });
    }
}
