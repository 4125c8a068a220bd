package dev.waystation.platform.engagement.audience.model;

import dev.waystation.condition.Attribute;
import dev.waystation.condition.Attribute.Value;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Happening;
import dev.waystation.condition.Kind;
import dev.waystation.condition.Phrase;
import dev.waystation.condition.SqlNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What conditions on members can speak of, and how each name is stored. */
public final class Vocabulary {

    public static final String TRIP = "trip.completed";
    public static final String BOUGHT = "ticket.bought";
    public static final String VISIT = "park.visited";
    public static final String PARTY_BOUGHT = "party.bought";
    public static final String PARTY_TRAVELLED = "party.travelled";
    public static final String CLICKED = "link.clicked";

    /** Sets that conditions can't name, but counts of who can be reached need. */
    public static final String REFUSED = "refusedChannels";

    public static final String REACHABLE = "reachableChannels";

    private static final String SINCE = "(cast(:today as date) - t.%s)";

    private static final Map<String, String> COLUMNS =
            Map.ofEntries(
                    Map.entry(
                            "age",
                            "cast(extract(year from age(cast(:today as timestamp),"
                                    + " cast(t.birth_date as timestamp))) as bigint)"),
                    Map.entry("gender", "t.gender"),
                    Map.entry("city", "t.city"),
                    Map.entry("tier", "t.tier"),
                    Map.entry("points", "t.points"),
                    Map.entry("joinedDaysAgo", SINCE.formatted("joined_on")),
                    Map.entry("trips12m", "t.trips_12m"),
                    Map.entry("spend12mMinor", "t.spend_12m_minor"),
                    Map.entry("lastTripDaysAgo", SINCE.formatted("last_trip_on")),
                    Map.entry("visits12m", "t.visits_12m"),
                    Map.entry("lastVisitDaysAgo", SINCE.formatted("last_visit_on")),
                    Map.entry("verifiedStudent", "t.student"),
                    Map.entry("senior", "t.senior"),
                    Map.entry("consents", "t.consents"),
                    Map.entry("tags", "t.tags"),
                    Map.entry(
                            "segments",
                            "array(select s.code from audience.segment_member m"
                                    + " join audience.segment s on s.id = m.segment_id"
                                    + " where m.member_id = t.member_id)"));

    private static final Map<String, String> DEED_COLUMNS =
            Map.of(
                    "amountMinor", "d.amount_minor",
                    "seatClass", "d.seat_class",
                    "fromStation", "d.from_station",
                    "toStation", "d.to_station");

    private Vocabulary() {}

    /** The tables, for the alias {@code t} of a member's traits and the parameter {@code today}. */
    public static SqlNames sql(Attributes catalogue) {
        Map<String, SqlNames.Rows> rows = new HashMap<>();
        for (Happening happening : catalogue.happenings()) {
            String event = happening.event();
            boolean ours = List.of(TRIP, BOUGHT, VISIT).contains(event);
            rows.put(event, rows(event, ours ? DEED_COLUMNS : EventWords.columns(happening)));
        }
        Map<String, String> columns = new HashMap<>(COLUMNS);
        for (Attribute attribute : catalogue.all()) {
            if (Extra.is(attribute.name())) {
                columns.put(attribute.name(), Extra.column(attribute));
            }
        }
        return new SqlNames(columns, rows);
    }

    private static SqlNames.Rows rows(String event, Map<String, String> columns) {
        return new SqlNames.Rows(
                "from audience.deed d where d.member_id = t.member_id and d.event = '"
                        + event
                        + "'",
                "d.on_day",
                "cast(:today as date)",
                columns);
    }

    /**
     * The catalogue, with the cities and tags that exist now; an empty list leaves it open.
     *
     * @param events those that operators defined
     * @param extras those that operators added
     * @param stations what a station is called
     */
    public static Attributes attributes(
            List<Value> cities,
            List<Value> tags,
            List<Value> segments,
            List<Happening> events,
            List<Attribute> extras,
            Function<String, Optional<Phrase>> stations) {
        return new Attributes(
                more(
                        extras,
                        whole("age", "年龄", "age", "岁", "years")
                                .saying("$gte", "年满 {v} 岁", "who are {v} or older")
                                .saying("$lt", "未满 {v} 岁", "who are under {v}"),
                        text("gender", "性别", "gender")
                                .oneOf(
                                        List.of(
                                                value("female", "女", "female"),
                                                value("male", "男", "male"),
                                                value("unknown", "未填写", "not given"))),
                        text("city", "所在城市", "home city").oneOf(cities),
                        text("tier", "等级", "tier"),
                        whole("points", "积分", "points", "分", "points")
                                .saying("$gte", "积分满 {v} 分", "who have at least {v} points"),
                        whole("joinedDaysAgo", "入会天数", "days as a member", "天", "days")
                                .saying("$lt", "入会不到 {v} 天", "who joined less than {v} days ago")
                                .saying("$gte", "入会满 {v} 天", "who joined {v} or more days ago"),
                        whole("trips12m", "近一年乘车次数", "trips in 12 months", "次", "trips")
                                .saying(
                                        "$gte",
                                        "近一年乘车至少 {v} 次",
                                        "who made {v} or more trips in 12 months")
                                .saying(
                                        "$lt",
                                        "近一年乘车不到 {v} 次",
                                        "who made under {v} trips in 12 months"),
                        money("spend12mMinor", "近一年消费", "spend in 12 months"),
                        whole("lastTripDaysAgo", "距上次乘车", "time since the last trip", "天", "days")
                                .saying("$gte", "{v} 天没有乘车", "who have not travelled for {v} days"),
                        whole("visits12m", "近一年入园次数", "park visits in 12 months", "次", "visits")
                                .saying(
                                        "$gte",
                                        "近一年入园至少 {v} 次",
                                        "who visited the park {v} or more times in 12 months"),
                        whole("lastVisitDaysAgo", "距上次入园", "time since the last visit", "天", "days")
                                .saying(
                                        "$gte",
                                        "{v} 天没有入园",
                                        "who have not visited the park for {v} days"),
                        flag("verifiedStudent", "认证学生", "verified student")
                                .saying("true", "已认证学生", "who are verified students")
                                .saying("false", "未认证学生", "who are not verified students"),
                        flag("senior", "长者", "senior")
                                .saying("true", "60 岁及以上", "who are 60 or older")
                                .saying("false", "未满 60 岁", "who are under 60"),
                        texts("consents", "营销同意渠道", "channels with consent to marketing")
                                .oneOf(
                                        List.of(
                                                value("sms", "短信", "SMS"),
                                                value("wechat", "微信", "WeChat"),
                                                value("email", "邮件", "e-mail"),
                                                value("inbox", "站内信", "inbox"))),
                        texts("tags", "标签", "tags")
                                .oneOf(tags)
                                .saying("$in", "有标签{v}", "tagged {v}")
                                .saying("$nin", "没有标签{v}", "not tagged {v}")
                                .saying("$all", "同时有标签{v}", "tagged {v}"),
                        texts("segments", "人群", "segments")
                                .oneOf(segments)
                                .saying("$in", "在人群{v}中", "who are in segment {v}")
                                .saying("$nin", "不在人群{v}中", "who are not in segment {v}")
                                .saying("$all", "同时在人群{v}中", "who are in segments {v}")),
                with(
                        events,
                        new Happening(
                                TRIP,
                                said("乘车", "travelled"),
                                said("次", "times"),
                                journeys(stations)),
                        new Happening(
                                BOUGHT,
                                said("购票", "bought tickets"),
                                said("次", "times"),
                                journeys(stations)),
                        new Happening(
                                VISIT,
                                said("入园", "visited the park"),
                                said("次", "times"),
                                List.of(amount())),
                        new Happening(
                                PARTY_BOUGHT,
                                said("为同行者购票", "bought for a party"),
                                said("次", "times"),
                                party(
                                        whole("others", "他人人数", "others", "人", "people"),
                                        whole("seniors", "长者人数", "seniors", "人", "people"))),
                        new Happening(
                                PARTY_TRAVELLED,
                                said("结伴出行", "travelled in a party"),
                                said("次", "times"),
                                party(
                                        text("role", "同行角色", "role in the party")
                                                .oneOf(
                                                        List.of(
                                                                value("adult", "成人", "adult"),
                                                                value("child", "儿童", "child"),
                                                                value("senior", "长者", "senior"),
                                                                value("student", "学生", "student"))),
                                        flag("own", "自己购票", "bought by themselves"))),
                        new Happening(
                                CLICKED,
                                said("点开消息里的链接", "opened a link in a message"),
                                said("次", "times"),
                                List.of(
                                        text("link", "短链接", "short link"),
                                        text("campaign", "活动", "campaign")))));
    }

    private static List<Attribute> more(List<Attribute> extras, Attribute... ours) {
        List<Attribute> all = new ArrayList<>(List.of(ours));
        all.addAll(extras);
        return all;
    }

    private static List<Happening> with(List<Happening> events, Happening... ours) {
        List<Happening> all = new ArrayList<>(List.of(ours));
        Set<String> names = Set.of(TRIP, BOUGHT, VISIT, PARTY_BOUGHT, PARTY_TRAVELLED, CLICKED);
        events.stream().filter(each -> !names.contains(each.event())).forEach(all::add);
        return all;
    }

    private static List<Attribute> party(Attribute... own) {
        return more(
                List.of(own),
                whole("partySize", "同行人数", "size of the party", "人", "people"),
                whole("children", "儿童人数", "children in the party", "人", "people"));
    }

    private static List<Attribute> journeys(Function<String, Optional<Phrase>> stations) {
        return List.of(
                amount(),
                text("seatClass", "席别", "seat class")
                        .oneOf(
                                List.of(
                                        value("business", "商务座", "business"),
                                        value("first", "一等座", "first"),
                                        value("second", "二等座", "second"),
                                        value("standing", "无座", "standing"))),
                text("fromStation", "出发站", "departure station").called(stations),
                text("toStation", "到达站", "arrival station").called(stations));
    }

    private static Attribute amount() {
        return money("amountMinor", "金额", "amount");
    }

    /** A code with its labels. */
    public static Value value(String code, String zh, String en) {
        return new Value(code, said(zh, en));
    }

    private static Phrase said(String zh, String en) {
        return new Phrase(zh, en);
    }

    private static Attribute whole(
            String name, String zh, String en, String unitZh, String unitEn) {
        return Attribute.of(name, Kind.WHOLE, zh, en).in(unitZh, unitEn);
    }

    private static Attribute money(String name, String zh, String en) {
        return Attribute.of(name, Kind.WHOLE, zh, en).money();
    }

    private static Attribute text(String name, String zh, String en) {
        return Attribute.of(name, Kind.TEXT, zh, en);
    }

    private static Attribute texts(String name, String zh, String en) {
        return Attribute.of(name, Kind.TEXTS, zh, en);
    }

    private static Attribute flag(String name, String zh, String en) {
        return Attribute.of(name, Kind.FLAG, zh, en);
    }
}
