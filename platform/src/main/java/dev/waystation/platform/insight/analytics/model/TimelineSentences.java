package dev.waystation.platform.insight.analytics.model;

import dev.waystation.platform.foundation.edge.Said;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says a line of a timeline in both languages. */
public final class TimelineSentences {

    private record Wording(Said title, Said detail) {}

    private static final Pattern VALUE = Pattern.compile("\\{([A-Za-z]+)(:yuan)?}");

    private static final Map<String, Wording> WORDINGS =
            Map.ofEntries(
                    wording(
                            "registered",
                            "注册成为会员",
                            "Became a member",
                            "渠道 {channel}",
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
                            "{ticketCount} 张，{amountMinor:yuan} 元",
                            "{ticketCount} tickets, CNY {amountMinor:yuan}"),
                    wording("order_expired", "订单超时取消", "An order expired", "", ""),
                    wording("order_cancelled", "取消订单", "Cancelled an order", "", ""),
                    wording(
                            "ticket_issued",
                            "出票",
                            "Ticket issued",
                            "{seatClass}，{fareMinor:yuan} 元",
                            "{seatClass}, CNY {fareMinor:yuan}"),
                    wording(
                            "ticket_refunded",
                            "退票",
                            "Ticket refunded",
                            "退款 {refundMinor:yuan} 元",
                            "Refund of CNY {refundMinor:yuan}"),
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
                            "{fromStation} → {toStation}",
                            "{fromStation} → {toStation}"),
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
                    wording("tag_added", "获得标签 {tag}", "Got the tag {tag}", "", ""),
                    wording("tag_removed", "失去标签 {tag}", "Lost the tag {tag}", "", ""),
                    wording("segment_entered", "进入人群", "Entered a segment", "{cause}", "{cause}"),
                    wording("segment_left", "离开人群", "Left a segment", "{cause}", "{cause}"),
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
                            "message_withheld",
                            "消息未发送",
                            "Message withheld",
                            "{channel} · {templateCode} · {reason}",
                            "{channel} · {templateCode} · {reason}"),
                    wording(
                            "journey_entered",
                            "进入旅程",
                            "Entered a journey",
                            "{journey}",
                            "{journey}"),
                    wording("journey_left", "离开旅程", "Left a journey", "{journey}", "{journey}"));

    private TimelineSentences() {}

    private static Map.Entry<String, Wording> wording(
            String kind, String titleZh, String titleEn, String zh, String en) {
        return Map.entry(kind, new Wording(new Said(titleZh, titleEn), new Said(zh, en)));
    }

    public static Said title(String kind, Map<String, Object> details) {
        Wording wording = WORDINGS.get(kind);
        return wording == null ? Said.same(kind) : fill(wording.title(), details);
    }

    public static Said detail(String kind, Map<String, Object> details) {
        Wording wording = WORDINGS.get(kind);
        return wording == null ? Said.same("") : fill(wording.detail(), details);
    }

    /** Whether the kind has words; every kind that is counted must. */
    public static boolean knows(String kind) {
        return WORDINGS.containsKey(kind);
    }

    private static Said fill(Said said, Map<String, Object> details) {
        return new Said(fill(said.zh(), details), fill(said.en(), details));
    }

    private static String fill(String text, Map<String, Object> details) {
        return VALUE.matcher(text)
                .replaceAll(found -> {
                    Object value = details.get(found.group(1));
                    boolean money = found.group(2) != null;
                    return Matcher.quoteReplacement(
                            value == null ? "" : money ? yuan(value) : value.toString());
                });
    }

    private static String yuan(Object minor) {
        return new BigDecimal(minor.toString()).movePointLeft(2).toPlainString();
    }
}
