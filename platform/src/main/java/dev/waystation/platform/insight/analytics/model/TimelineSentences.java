package dev.waystation.platform.insight.analytics.model;

import dev.waystation.platform.foundation.edge.Said;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says a line of a timeline in both languages. */
public final class TimelineSentences {

    private record Wording(Said title, Said detail) {}

    private static final Pattern VALUE = Pattern.compile("\\{([A-Za-z]+)(:yuan)?}");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Set<String> COUNTED = Set.of("amount", "ticketCount");
    private static final DateTimeFormatter ENGLISH_DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private static final Map<String, Wording> WORDINGS =
            Map.ofEntries(
                    wording(
                            "registered",
                            "注册成为会员",
                            "Became a member",
                            "通过{channel}",
                            "By {channel}"),
                    wording(
                            "student_verified",
                            "学生认证通过",
                            "Verified as a student",
                            "有效至 {validUntil}",
                            "Valid until {validUntil}"),
                    wording(
                            "consent_changed",
                            "更新授权",
                            "Changed a consent",
                            "{channel} · {purpose}：{granted}",
                            "{channel} · {purpose}: {granted}"),
                    wording(
                            "order_placed",
                            "下单",
                            "Placed an order",
                            "{ticketCount} 张 · {amountMinor:yuan}",
                            "Tickets: {ticketCount} · {amountMinor:yuan}"),
                    wording("order_expired", "订单超时取消", "An order expired", "", ""),
                    wording("order_cancelled", "取消订单", "Cancelled an order", "", ""),
                    wording(
                            "ticket_issued",
                            "出票",
                            "Ticket issued",
                            "{seatClass} · {fareMinor:yuan}",
                            "{seatClass} · {fareMinor:yuan}"),
                    wording(
                            "ticket_refunded",
                            "退票",
                            "Ticket refunded",
                            "退款 {refundMinor:yuan}",
                            "Refund of {refundMinor:yuan}"),
                    wording(
                            "ticket_changed",
                            "改签",
                            "Ticket changed",
                            "手续费 {feeMinor:yuan}",
                            "Fee of {feeMinor:yuan}"),
                    wording(
                            "refund_shared",
                            "改签退款归属",
                            "Refund booked to the order that paid",
                            "{refundMinor:yuan}",
                            "{refundMinor:yuan}"),
                    wording(
                            "checked_in",
                            "检票进站",
                            "Checked in",
                            "{stationCode} · {gate}",
                            "{stationCode} · {gate}"),
                    wording(
                            "trip_completed",
                            "行程完成",
                            "Trip completed",
                            "{fromStation} → {toStation} · {seatClass}",
                            "{fromStation} → {toStation} · {seatClass}"),
                    wording(
                            "points_credited",
                            "积分入账 +{amount}",
                            "Points credited +{amount}",
                            "{currency}，有效至 {expiresOn}",
                            "{currency}, valid until {expiresOn}"),
                    wording(
                            "points_spent",
                            "使用积分 -{amount}",
                            "Points spent -{amount}",
                            "{source}",
                            "{source}"),
                    wording(
                            "points_expired",
                            "积分过期 -{amount}",
                            "Points expired -{amount}",
                            "{currency}",
                            "{currency}"),
                    wording(
                            "tier_changed",
                            "等级变为 {toTier}",
                            "Tier became {toTier}",
                            "原等级 {fromTier}",
                            "Before: {fromTier}"),
                    wording(
                            "tag_added",
                            "获得标签“{tag}”",
                            "Got the tag “{tag}”",
                            "{cause}",
                            "{cause}"),
                    wording(
                            "tag_removed",
                            "失去标签“{tag}”",
                            "Lost the tag “{tag}”",
                            "{cause}",
                            "{cause}"),
                    wording(
                            "segment_entered",
                            "进入人群“{segmentId}”",
                            "Entered the segment “{segmentId}”",
                            "{cause}",
                            "{cause}"),
                    wording(
                            "segment_left",
                            "离开人群“{segmentId}”",
                            "Left the segment “{segmentId}”",
                            "{cause}",
                            "{cause}"),
                    wording(
                            "message_queued",
                            "消息已提交",
                            "Message queued",
                            "{channel} · {templateCode}",
                            "{channel} · {templateCode}"),
                    wording(
                            "message_delivered",
                            "消息已送达",
                            "Message delivered",
                            "{channel} · {templateCode}",
                            "{channel} · {templateCode}"),
                    wording(
                            "link_clicked",
                            "点开消息里的链接",
                            "Opened a link in a message",
                            "{code} · {campaign}",
                            "{code} · {campaign}"),
                    wording(
                            "message_withheld",
                            "消息未发送",
                            "Message withheld",
                            "{channel} · {templateCode} · {reason}",
                            "{channel} · {templateCode} · {reason}"),
                    wording(
                            "journey_entered",
                            "进入旅程“{journeyId}”",
                            "Entered the journey “{journeyId}”",
                            "",
                            ""),
                    wording(
                            "journey_left",
                            "走完旅程“{journeyId}”",
                            "Left the journey “{journeyId}”",
                            "",
                            ""));

    /** What people call a thing that a fact names by code. */
    public interface Names {

        /** Empty when it has no other name. */
        Optional<Said> of(String key, Object value);
    }

    private TimelineSentences() {}

    private static Map.Entry<String, Wording> wording(
            String kind, String titleZh, String titleEn, String zh, String en) {
        return Map.entry(kind, new Wording(new Said(titleZh, titleEn), new Said(zh, en)));
    }

    public static Said title(String kind, Map<String, Object> details, Names names) {
        Wording wording = WORDINGS.get(kind);
        return wording == null ? Said.same(kind) : fill(wording.title(), details, names);
    }

    public static Said detail(String kind, Map<String, Object> details, Names names) {
        Wording wording = WORDINGS.get(kind);
        return wording == null ? Said.same("") : fill(wording.detail(), details, names);
    }

    /** Whether the kind has words; every kind that is counted must. */
    public static boolean knows(String kind) {
        return WORDINGS.containsKey(kind);
    }

    private static Said fill(Said said, Map<String, Object> details, Names names) {
        Map<String, Said> values = new HashMap<>();
        details.forEach((key, value) -> values.put(key, named(key, value, names)));
        return new Said(
                fill(said.zh(), details, key -> said(values, key).zh()),
                fill(said.en(), details, key -> said(values, key).en()));
    }

    private static Said said(Map<String, Said> values, String key) {
        return values.getOrDefault(key, Said.same(""));
    }

    private static Said named(String key, Object value, Names names) {
        String code = value.toString();
        if (value instanceof Number count && COUNTED.contains(key)) {
            return Said.same(String.format(Locale.ROOT, "%,d", count.longValue()));
        }
        if (DAY.matcher(code).matches()) {
            return day(LocalDate.parse(code));
        }
        return CodeNames.of(key, code)
                .or(() -> names.of(key, value))
                // A cause that only programs know says nothing to a person.
                .orElseGet(() -> Said.same(key.equals("cause") ? "" : code));
    }

    private static String fill(
            String text, Map<String, Object> details, UnaryOperator<String> said) {
        String filled =
                VALUE.matcher(text)
                        .replaceAll(found -> {
                            String key = found.group(1);
                            boolean money = found.group(2) != null;
                            Object value = details.get(key);
                            return Matcher.quoteReplacement(
                                    value == null ? "" : money ? yuan(value) : said.apply(key));
                        });
        // What a fact of an older day did not carry leaves no dangling dot.
        return filled.replaceAll("( · )+$|^( · )+", "").strip();
    }

    private static Said day(LocalDate day) {
        return new Said(
                "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth()),
                ENGLISH_DAY.format(day));
    }

    private static String yuan(Object minor) {
        return String.format(
                Locale.ROOT, "¥%,.2f", new BigDecimal(minor.toString()).movePointLeft(2));
    }
}
