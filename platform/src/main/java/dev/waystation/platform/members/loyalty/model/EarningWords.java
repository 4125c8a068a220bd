package dev.waystation.platform.members.loyalty.model;

import dev.waystation.condition.Attribute;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Kind;
import dev.waystation.condition.Phrase;
import dev.waystation.platform.foundation.edge.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What earning rules can speak of: what sets them off and what their conditions may look at. */
public final class EarningWords {

    /** What can earn, in the order of a menu. */
    public static final Map<String, Said> TRIGGERS = triggers();

    /** Facts about the event that a reporter may send along; everything else is ours to know. */
    public static final List<String> REPORTED =
            List.of(
                    "channel",
                    "seatClass",
                    "student",
                    "distanceMetres",
                    "weightGrams",
                    "score",
                    "partner");

    /** The catalogue, with the special days and tiers that exist. */
    public static Attributes attributes(List<Attribute.Value> days, List<Attribute.Value> tiers) {
        return new Attributes(
                List.of(
                        Attribute.of("age", Kind.WHOLE, "年龄", "age")
                                .in("岁", "years")
                                .saying("$gte", "年满 {v} 岁", "by somebody aged {v} or over")
                                .saying("$lte", "不超过 {v} 岁", "by somebody of {v} at most"),
                        Attribute.of("tiers", Kind.TEXTS, "等级", "tiers")
                                .oneOf(tiers)
                                .saying("$in", "等级为{v}", "by members in tier {v}"),
                        Attribute.of("segments", Kind.TEXTS, "人群", "segments"),
                        Attribute.of("city", Kind.TEXT, "所在城市", "home city"),
                        Attribute.of("joinedDays", Kind.WHOLE, "入会天数", "days as a member")
                                .in("天", "days"),
                        Attribute.of("senior", Kind.FLAG, "60 岁及以上", "a senior"),
                        Attribute.of("student", Kind.FLAG, "学生票", "a student ticket"),
                        Attribute.of("site", Kind.TEXT, "地点", "site"),
                        Attribute.of("channel", Kind.TEXT, "渠道", "channel"),
                        Attribute.of("partner", Kind.TEXT, "合作方", "partner"),
                        Attribute.of("seatClass", Kind.TEXT, "席别", "seat class")
                                .oneOf(
                                        List.of(
                                                value("business", "商务座", "business class"),
                                                value("first", "一等座", "first class"),
                                                value("second", "二等座", "second class"),
                                                value("standing", "无座", "standing"))),
                        Attribute.of("item", Kind.TEXT, "项目", "item"),
                        Attribute.of("category", Kind.TEXT, "品类", "category"),
                        Attribute.of("lineMinor", Kind.WHOLE, "单项金额", "amount of the line").money(),
                        Attribute.of("amountMinor", Kind.WHOLE, "实付金额", "amount paid").money(),
                        Attribute.of("distanceMetres", Kind.WHOLE, "里程", "distance")
                                .in("米", "metres"),
                        Attribute.of("weightGrams", Kind.WHOLE, "重量", "weight").in("克", "grams"),
                        Attribute.of("score", Kind.WHOLE, "得分", "score").in("分", "points"),
                        Attribute.of("locationProved", Kind.FLAG, "位置已核实", "a proved location"),
                        Attribute.of("days", Kind.TEXTS, "特别日子", "special days")
                                .oneOf(days)
                                .saying("$in", "在{v}", "on {v}")
                                .saying("$nin", "不在{v}", "not on {v}"),
                        Attribute.of("weekday", Kind.WHOLE, "星期", "day of the week"),
                        Attribute.of("dayOfMonth", Kind.WHOLE, "每月几号", "day of the month"),
                        Attribute.of("hour", Kind.WHOLE, "几点", "hour")
                                .saying("$gte", "{v} 点以后", "from {v} o'clock")
                                .saying("$lt", "{v} 点以前", "before {v} o'clock")),
                List.of());
    }

    private EarningWords() {}

    private static Map<String, Said> triggers() {
        Map<String, Said> all = new LinkedHashMap<>();
        all.put("trip.completed", new Said("完成行程", "trips"));
        all.put("order.paid", new Said("消费", "purchases"));
        all.put("park.visited", new Said("入园", "park visits"));
        all.put("partner.purchase", new Said("合作方消费", "purchases with partners"));
        all.put("check-in", new Said("签到", "check-ins"));
        all.put("share", new Said("分享行程", "shared trips"));
        all.put("recycling", new Said("垃圾分类回收", "recycling"));
        all.put("quiz", new Said("答题", "quizzes"));
        all.put("hike", new Said("登山", "hikes"));
        all.put("survey", new Said("问卷", "surveys"));
        all.put("invitation", new Said("邀请", "invitations"));
        return java.util.Collections.unmodifiableMap(all);
    }

    private static Attribute.Value value(String code, String zh, String en) {
        return new Attribute.Value(code, new Phrase(zh, en));
    }
}
