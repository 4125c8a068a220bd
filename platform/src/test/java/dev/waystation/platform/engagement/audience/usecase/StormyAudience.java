package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Cell;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.engagement.audience.store.DeedStore;
import dev.waystation.platform.engagement.audience.usecase.HearChanges.Change;
import dev.waystation.testkit.Draw;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Draws members, what happens to them, and conditions about them. */
final class StormyAudience {

    static final List<String> CITIES = List.of("WUH", "CAN", "BJP");
    static final List<String> CLASSES = List.of("first", "second");
    static final String SEEN = "storm.seen";
    static final List<String> LEVELS = List.of("low", "high");

    private StormyAudience() {}

    static List<SeedAudience.Traits> members(Draw draw, long first, int count, LocalDate today) {
        return LongStream.range(first, first + count)
                .mapToObj(id ->
                        new SeedAudience.Traits(
                                id,
                                today.minusDays(draw.between(15 * 365, 75 * 365)),
                                draw.oneOf("female", "male", "unknown"),
                                draw.oneOf(CITIES),
                                today.minusDays(draw.between(0, 60)),
                                draw.chance(20) ? today.plusDays(draw.between(-20, 60)) : null,
                                draw.chance(60) ? List.of("sms") : List.of(),
                                draw.chance(20) ? List.of("wechat") : List.of(),
                                List.of("sms", "inbox"),
                                draw.chance(50) ? "gold" : null,
                                draw.between(0L, 9_000L)))
                .toList();
    }

    static List<SeedAudience.Deed> deeds(Draw draw, long first, int count, LocalDate today) {
        List<SeedAudience.Deed> deeds = new ArrayList<>();
        for (int i = 0; i < count * 4; i++) {
            boolean trip = draw.chance(70);
            deeds.add(
                    new SeedAudience.Deed(
                            first + draw.between(0, count - 1),
                            trip ? Vocabulary.TRIP : Vocabulary.VISIT,
                            "seed:" + i,
                            today.minusDays(draw.between(0, 400)),
                            draw.between(1_000L, 90_000L),
                            trip ? draw.oneOf(CLASSES) : null,
                            null,
                            null));
        }
        return deeds;
    }

    static HearChanges.Heard change(Draw draw, long first, int count, Instant at) {
        long member = first + draw.between(0, count - 1);
        String reference = "storm:" + draw.between(0L, Long.MAX_VALUE / 2);
        Change change =
                switch (draw.between(0, 9)) {
                    case 7, 8, 9 -> new Change.Acted(member, SEEN, reference, place(draw), at);
                    case 0, 1, 2 ->
                            new Change.Did(
                                    member,
                                    draw.oneOf(
                                            Vocabulary.TRIP, Vocabulary.BOUGHT, Vocabulary.VISIT),
                                    reference,
                                    draw.between(1_000L, 90_000L),
                                    draw.oneOf(CLASSES),
                                    null,
                                    null,
                                    at);
                    case 3 ->
                            new Change.PointsMoved(
                                    member, reference, draw.between(-500L, 3_000L), at);
                    case 4 -> new Change.TierMoved(member, draw.oneOf("gold", "silver"), at);
                    case 5 -> new Change.Consented(member, "sms", draw.chance(50), at);
                    default ->
                            new Change.Verified(
                                    member,
                                    LocalDate.ofInstant(at, java.time.ZoneOffset.UTC)
                                            .plusDays(draw.between(1, 40)),
                                    at);
                };
        return new HearChanges.Heard("storm", change);
    }

    static Map<String, Object> condition(Draw draw, int depth) {
        if (depth == 0 || draw.chance(35)) {
            return leaf(draw);
        }
        String group = draw.oneOf("$and", "$or", "$nor", "$not");
        return Map.of(
                group,
                group.equals("$not")
                        ? condition(draw, depth - 1)
                        : draw.listOf(0, 3, next -> condition(next, depth - 1)));
    }

    private static Map<String, Object> leaf(Draw draw) {
        String order = draw.oneOf("$eq", "$ne", "$gt", "$gte", "$lt", "$lte");
        return switch (draw.between(0, 19)) {
            case 17, 18, 19 -> Map.of(draw.oneOf("$did", "$didNot"), placed(draw));
            case 13, 14 -> Map.of(draw.oneOf("$first", "$last"), occurred(draw));
            case 15 ->
                    Map.of(
                            "$did",
                            Map.of(
                                    "event",
                                    Vocabulary.TRIP,
                                    "atLeast",
                                    draw.between(1, 2),
                                    "withinDays",
                                    draw.between(1, 400),
                                    "where",
                                    amount(draw)));
            case 10 -> Map.of("tag_storm_level", text(draw));
            case 11 -> Map.of("tag_storm_score", Map.of(order, draw.between(-3, 12)));
            case 12 -> Map.of("tag_storm_dayDaysAgo", Map.of(order, draw.between(-70, 70)));
            case 9 ->
                    Map.of(
                            draw.oneOf("$did", "$didNot"),
                            Map.of(
                                    "event",
                                    Vocabulary.TRIP,
                                    "atLeast",
                                    draw.between(1, 2),
                                    "withinDays",
                                    draw.between(1, 400),
                                    "where",
                                    Map.of("seatClass", draw.oneOf(CLASSES))));
            case 0 -> Map.of("age", Map.of(order, draw.between(14, 76)));
            case 1 -> Map.of("lastTripDaysAgo", Map.of(order, draw.between(-1, 401)));
            case 2 -> Map.of("points", Map.of(order, draw.between(0, 9_000)));
            case 3 -> Map.of("trips12m", Map.of(order, draw.between(0, 6)));
            case 4 -> Map.of("gender", Map.of(draw.oneOf("$eq", "$ne"), "female"));
            case 5 -> Map.of("tier", draw.oneOf(Map.of("$exists", draw.chance(50)), "gold"));
            case 6 ->
                    Map.of(
                            draw.oneOf("senior", "verifiedStudent"),
                            draw.oneOf(true, false, Map.of("$ne", true)));
            case 7 ->
                    Map.of(
                            "consents",
                            Map.of(
                                    draw.oneOf("$in", "$nin", "$all"),
                                    draw.listOf(0, 2, next -> next.oneOf("sms", "wechat"))));
            case 8 -> Map.of("joinedDaysAgo", Map.of(draw.oneOf("$in", "$nin"), List.of(3, 4, 5)));
            default ->
                    Map.of(
                            draw.oneOf("$did", "$didNot"),
                            Map.of(
                                    "event",
                                    draw.oneOf(Vocabulary.TRIP, Vocabulary.VISIT),
                                    "atLeast",
                                    draw.between(1, 3),
                                    "withinDays",
                                    draw.between(1, 400)));
        };
    }

    private static Map<String, Object> occurred(Draw draw) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("event", draw.oneOf(Vocabulary.TRIP, Vocabulary.VISIT));
        asked.put(draw.oneOf("withinDays", "beforeDays"), draw.between(1, 400));
        if (draw.chance(50)) {
            asked.put("where", amount(draw));
        }
        return asked;
    }

    /** Near a point, at a station on the way there, mostly so or just often. */
    private static Map<String, Object> placed(Draw draw) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("atLeast", draw.between(1, 2));
        if (draw.chance(80)) {
            asked.put("withinDays", draw.between(1, 60));
        }
        if (draw.chance(50)) {
            asked.put("share", draw.between(1, 100));
        }
        boolean trip = draw.chance(30);
        asked.put("event", trip ? Vocabulary.TRIP : SEEN);
        if (trip) {
            asked.put("where", Map.of("seatClass", draw.oneOf(CLASSES)));
        } else if (draw.chance(80)) {
            asked.put(
                    "where",
                    draw.chance(70) ? near(draw) : Map.of("at.zone", draw.oneOf("a", "b")));
        }
        return asked;
    }

    private static Map<String, Object> near(Draw draw) {
        return Map.of(
                "at.position",
                draw.chance(90)
                        ? Map.of(
                                "$near",
                                Map.of(
                                        "latitude",
                                        draw.oneOf(31.2, -17.0),
                                        "longitude",
                                        draw.oneOf(121.3, 179.9995),
                                        "metres",
                                        draw.between(100, 2_000)))
                        : Map.of("$exists", draw.chance(50)));
    }

    static List<DeedStore.Acted> sightings(Draw draw, long first, int count, LocalDate today) {
        return LongStream.range(0, count * 4L)
                .mapToObj(i ->
                        new DeedStore.Acted(
                                first + draw.between(0, count - 1),
                                SEEN,
                                "seen:" + i,
                                today.minusDays(draw.between(0, 70)),
                                place(draw)))
                .toList();
    }

    private static Map<String, Object> place(Draw draw) {
        Map<String, Object> place = new HashMap<>();
        place.put("at.zone", draw.oneOf("a", "b"));
        if (draw.chance(80)) {
            boolean line = draw.chance(20);
            int east = line ? draw.oneOf(179_995, -179_995) : 121_300 + draw.between(-15, 15);
            place.put(
                    "at.position",
                    new Cell(line ? -17_000 : 31_200 + draw.between(-12, 12), east).code());
        }
        return place;
    }

    private static Map<String, Object> amount(Draw draw) {
        return Map.of(
                "amountMinor", Map.of(draw.oneOf("$gte", "$lt"), draw.between(1_000, 90_000)));
    }

    private static Object text(Draw draw) {
        return switch (draw.between(0, 2)) {
            case 0 -> draw.oneOf(LEVELS);
            case 1 -> Map.of("$exists", draw.chance(50));
            default ->
                    Map.of(
                            draw.oneOf("$in", "$nin"),
                            draw.listOf(0, 2, next -> next.oneOf(LEVELS)));
        };
    }
}
