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
        Map<String, Object> asked = new HashMap<>();
        asked.put("event", draw.oneOf("trip.completed", "park.visited"));
        asked.put("atLeast", draw.between(1, 3));
        if (draw.chance(70)) {
            asked.put("withinDays", draw.between(1, 4));
        }
        if (draw.chance(50)) {
            asked.put("event", "trip.completed");
            asked.put("where", where(draw));
        }
        if (draw.chance(40)) {
            asked.put("share", draw.between(1, 100));
        }
        return asked;
    }

    private static Map<String, Object> where(Draw draw) {
        return switch (draw.between(0, 2)) {
            case 0 -> Map.of("seatClass", draw.oneOf("first", "second"));
            case 1 ->
                    Map.of(
                            "$or",
                            List.of(
                                    Map.of("seatClass", "first"),
                                    Map.of("position", Map.of("$exists", draw.chance(50)))));
            default ->
                    Map.of(
                            "position",
                            Map.of(
                                    "$near",
                                    Map.of(
                                            "latitude",
                                            31.2,
                                            "longitude",
                                            121.3,
                                            "metres",
                                            draw.between(100, 2_000))));
        };
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
        List<Deed> deeds = draw.listOf(0, 7, RandomConditions::deed);
        return row.history(did -> deeds.stream().filter(deed -> deed.counts(did)).count());
    }

    private record Deed(String event, int daysAgo, Map<String, Object> properties) {
        boolean counts(Condition.Did did) {
            return event.equals(did.event())
                    && (did.withinDays() == 0 || daysAgo < did.withinDays())
                    && (did.where() == null
                            || Evaluator.declared().test(did.where(), properties::get));
        }
    }

    private static Deed deed(Draw draw) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("seatClass", draw.oneOf("first", "second"));
        if (draw.chance(70)) {
            properties.put(
                    "position",
                    new Cell(31_200 + draw.between(-12, 12), 121_300 + draw.between(-14, 14))
                            .code());
        }
        return new Deed(
                draw.oneOf("trip.completed", "park.visited"), draw.between(0, 5), properties);
    }
}
