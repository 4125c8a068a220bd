package dev.waystation.audience;

import dev.waystation.condition.Attribute;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Cell;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Evaluator;
import dev.waystation.condition.Happening;
import dev.waystation.condition.Kind;
import dev.waystation.condition.Phrase;
import dev.waystation.condition.Row;
import dev.waystation.condition.SetPlan;
import dev.waystation.condition.TypeCheck;
import dev.waystation.testkit.Draw;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** A few attributes, members drawn over them, and the plain way to read a member on a day. */
final class SmallWorld {

    static final long TODAY = 20_500;
    static final Map<String, Reading> READINGS =
            Map.of("age", Reading.YEARS_SINCE, "lastTripDaysAgo", Reading.DAYS_SINCE);
    static final Attributes CATALOGUE =
            new Attributes(
                    List.of(
                            Attribute.of("age", Kind.WHOLE, "年龄", "age"),
                            Attribute.of("lastTripDaysAgo", Kind.WHOLE, "上次出行", "last trip"),
                            Attribute.of("points", Kind.WHOLE, "积分", "points"),
                            Attribute.of("city", Kind.TEXT, "城市", "city"),
                            Attribute.of("student", Kind.FLAG, "学生", "student"),
                            Attribute.of("tags", Kind.TEXTS, "标签", "tags")),
                    List.of(
                            new Happening(
                                    "trip",
                                    new Phrase("乘车", "travelled"),
                                    new Phrase("次", "times"),
                                    List.of(
                                            Attribute.of("station", Kind.TEXT, "车站", "station"),
                                            Attribute.of(
                                                    "position", Kind.PLACE, "位置", "position")))));
    private static final List<String> CITIES = List.of("WUH", "CAN", "BJP");
    private static final List<String> TAGS = List.of("family", "business", "night");

    private SmallWorld() {}

    static MemberValues member(Draw draw, long id) {
        Map<String, Long> wholes = new HashMap<>();
        if (draw.chance(85)) {
            wholes.put("age", TODAY - draw.between(0, 80 * 366));
        }
        if (draw.chance(85)) {
            wholes.put("lastTripDaysAgo", TODAY - draw.between(0, 20));
        }
        if (draw.chance(85)) {
            wholes.put("points", draw.between(-8L, 20L));
        }
        Map<String, Map<Long, Integer>> days = new HashMap<>();
        List<MemberValues.Done> trips = draw.listOf(0, 9, SmallWorld::trip);
        for (MemberValues.Done trip : trips) {
            String station = String.valueOf(trip.property().apply("station"));
            for (String name : List.of("trip", SetPlan.Times.having("trip", "station", station))) {
                days.computeIfAbsent(name, _ -> new HashMap<>()).merge(trip.day(), 1, Integer::sum);
            }
        }
        return new MemberValues(
                id,
                wholes,
                draw.chance(80) ? Map.of("student", draw.chance(50)) : Map.of(),
                Map.of(
                        "city",
                        draw.chance(80) ? List.of(draw.oneOf(CITIES)) : List.of(),
                        "tags",
                        TAGS.stream().filter(tag -> draw.chance(50)).toList()),
                days,
                trips);
    }

    private static MemberValues.Done trip(Draw draw) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("station", draw.oneOf("AOH", "WHN"));
        if (draw.chance(70)) {
            properties.put(
                    "position",
                    new Cell(31_200 + draw.between(-9, 9), 121_300 + draw.between(-9, 9)).code());
        }
        return new MemberValues.Done("trip", TODAY - draw.between(0, 12), properties::get);
    }

    static Condition condition(Draw draw) {
        return TypeCheck.parse(tree(draw, 3), CATALOGUE);
    }

    private static Map<String, Object> tree(Draw draw, int depth) {
        if (depth == 0 || draw.chance(35)) {
            return leaf(draw);
        }
        String group = draw.oneOf("$and", "$or", "$nor", "$not");
        return Map.of(
                group,
                group.equals("$not")
                        ? tree(draw, depth - 1)
                        : draw.listOf(0, 3, next -> tree(next, depth - 1)));
    }

    private static Map<String, Object> leaf(Draw draw) {
        String order = draw.oneOf("$eq", "$ne", "$gt", "$gte", "$lt", "$lte");
        return switch (draw.between(0, 8)) {
            case 6 ->
                    Map.of(
                            draw.oneOf("$first", "$last"),
                            Map.of(
                                    "event",
                                    "trip",
                                    draw.oneOf("withinDays", "beforeDays"),
                                    draw.between(1, 12)));
            case 0 -> Map.of("age", Map.of(order, draw.between(-1, 82)));
            case 1 -> Map.of("lastTripDaysAgo", Map.of(order, draw.between(-1, 25)));
            case 2 -> Map.of("points", Map.of(order, draw.between(-10, 22)));
            case 3 -> Map.of("city", Map.of(draw.oneOf("$eq", "$ne"), draw.oneOf(CITIES)));
            case 4 -> Map.of(draw.oneOf("student", "city", "age"), exists(draw));
            case 5 ->
                    Map.of(
                            "tags",
                            Map.of(
                                    draw.oneOf("$in", "$nin", "$all"),
                                    draw.listOf(0, 2, next -> next.oneOf(TAGS))));
            default -> Map.of(draw.oneOf("$did", "$didNot"), did(draw));
        };
    }

    private static Map<String, Object> did(Draw draw) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("event", "trip");
        asked.put("atLeast", draw.between(1, 4));
        asked.put("withinDays", draw.between(1, 10));
        if (draw.chance(60)) {
            asked.put("where", draw.chance(50) ? near(draw) : station(draw));
        }
        if (draw.chance(40)) {
            asked.put("share", draw.between(1, 100));
        }
        return asked;
    }

    private static Map<String, Object> station(Draw draw) {
        return Map.of("station", draw.oneOf("AOH", "WHN"));
    }

    private static Map<String, Object> near(Draw draw) {
        return Map.of(
                "position",
                Map.of(
                        "$near",
                        Map.of(
                                "latitude",
                                31.2,
                                "longitude",
                                121.3,
                                "metres",
                                draw.between(100, 1_500))));
    }

    private static Map<String, Object> exists(Draw draw) {
        return Map.of("$exists", draw.chance(50));
    }

    /** The member as a row on a day, read in the plainest way. */
    static Row row(MemberValues member, long today) {
        Row row = new Row(CATALOGUE);
        Long born = member.wholes().get("age");
        row.set("age", born == null ? null : (Long) Days.yearsBetween(born, today));
        Long trip = member.wholes().get("lastTripDaysAgo");
        row.set("lastTripDaysAgo", trip == null ? null : (Long) (today - trip));
        row.set("points", member.wholes().get("points"));
        row.set("student", member.flags().get("student"));
        List<String> cities = member.texts().getOrDefault("city", List.of());
        row.set("city", cities.isEmpty() ? null : cities.getFirst());
        row.set("tags", member.texts().getOrDefault("tags", List.of()));
        return row.history(did -> trips(member, did, today).count());
    }

    private static LongStream trips(MemberValues member, Condition.Did did, long today) {
        Condition where = did.where();
        return member.details().stream()
                .filter(trip -> did.withinDays() == 0 || trip.day() > today - did.withinDays())
                .filter(trip ->
                        where == null || Evaluator.declared().test(where, trip.property()::apply))
                .mapToLong(MemberValues.Done::day);
    }

    static MemberTimes times(MemberValues member, long today) {
        return new MemberTimes() {
            @Override
            public OptionalLong day(String attribute) {
                Long day = member.wholes().get(attribute);
                return day == null ? OptionalLong.empty() : OptionalLong.of(day);
            }

            @Override
            public OptionalLong shrinks(String attribute) {
                return OptionalLong.empty();
            }

            @Override
            public OptionalLong latest(Condition.Did did) {
                long[] days = trips(member, did, today).sorted().toArray();
                return days.length < did.atLeast()
                        ? OptionalLong.empty()
                        : OptionalLong.of(days[days.length - did.atLeast()]);
            }

            @Override
            public OptionalLong earliest(Condition.Did did) {
                return trips(member, did, today).min();
            }

            @Override
            public OptionalLong occurred(Condition.Occurred leaf) {
                LongStream days = trips(member, leaf.ever(), today);
                return leaf.which() == Condition.Occurred.Which.FIRST ? days.min() : days.max();
            }
        };
    }
}
