package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.Definition;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Map;

/** Segments an operator of journeys wants on the first day. */
final class ReadyMade {

    static final List<Definition<String>> SEGMENTS =
            List.of(
                    segment(
                            "刚完成出行的会员",
                            "Travelled in the last 7 days",
                            did("$did", "trip.completed", 7)),
                    segment(
                            "长者刚出行",
                            "Seniors after a trip",
                            all(List.of(at("age", "$gte", 60), did("$did", "trip.completed", 30)))),
                    segment(
                            "90 天未入园的长者",
                            "Seniors away from the park for 90 days",
                            all(
                                    List.of(
                                            at("age", "$gte", 60),
                                            did("$didNot", "park.visited", 90)))),
                    segment(
                            "沉睡高价值会员",
                            "Dormant members of high value",
                            all(
                                    List.of(
                                            at("spend12mMinor", "$gte", 500_000),
                                            at("lastTripDaysAgo", "$gte", 90)))),
                    segment("商旅常客", "Business travellers", tagged("business")),
                    segment(
                            "亲子家庭，一个月没来乐园",
                            "Families away for a month",
                            all(List.of(tagged("family"), did("$didNot", "park.visited", 30)))),
                    segment("认证学生", "Verified students", Map.of("verifiedStudent", true)),
                    segment(
                            "新会员尚未出行",
                            "New members before their first trip",
                            all(
                                    List.of(
                                            at("joinedDaysAgo", "$lt", 30),
                                            Map.of("$didNot", Map.of("event", "trip.completed"))))),
                    segment(
                            "乘车但没来过乐园",
                            "Travel but never visited the park",
                            all(
                                    List.of(
                                            at("trips12m", "$gte", 3),
                                            Map.of("$didNot", Map.of("event", "park.visited"))))));

    private ReadyMade() {}

    private static Definition<String> segment(String zh, String en, Map<String, Object> condition) {
        return new Definition<>(zh, new Said(zh, en), Map.of("$and", List.of(condition)));
    }

    private static Map<String, Object> all(List<Map<String, Object>> parts) {
        return Map.of("$and", parts);
    }

    private static Map<String, Object> at(String attribute, String operator, long value) {
        return Map.of(attribute, Map.of(operator, value));
    }

    private static Map<String, Object> did(String word, String event, int days) {
        return Map.of(word, Map.of("event", event, "withinDays", days));
    }

    private static Map<String, Object> tagged(String code) {
        return Map.of("tags", Map.of("$in", List.of(code)));
    }
}
