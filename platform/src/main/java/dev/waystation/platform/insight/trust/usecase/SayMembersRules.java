package dev.waystation.platform.insight.trust.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.insight.trust.model.AuditEntry;
import dev.waystation.platform.insight.trust.model.AuditObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says the entries about families, partners and ready-made programmes in words. */
final class SayMembersRules {

    private static final Map<String, Said> IN_FAMILIES =
            Map.ofEntries(
                    Map.entry("FORMED", new Said("建立家庭", "Formed a family")),
                    Map.entry("JOINED", new Said("加入家庭", "Joined a family")),
                    Map.entry("LEFT", new Said("退出家庭", "Left a family")),
                    Map.entry("REMOVED", new Said("移出家庭", "Was removed from a family")),
                    Map.entry("BANNED", new Said("被禁止加入家庭", "Was shut out of a family")),
                    Map.entry("DISBANDED", new Said("解散家庭", "Disbanded a family")),
                    Map.entry("OWNER", new Said("移交家庭管理人", "Handed a family over")),
                    Map.entry("LIMIT", new Said("调整家庭取用额度", "Changed a limit in a family")),
                    Map.entry("SHARE", new Said("调整家庭共享比例", "Changed a share of a family")),
                    Map.entry("RULES", new Said("调整家庭取用规则", "Changed the rules of a family")),
                    Map.entry("FROZEN", new Said("冻结家庭", "Froze a family")),
                    Map.entry("THAWED", new Said("解冻家庭", "Unfroze a family")));

    private SayMembersRules() {}

    static Optional<SayAudit.Line> of(AuditEntry entry, Said who, Map<String, Object> values) {
        return switch (entry.action()) {
            case "HouseholdChanged" ->
                    Optional.of(
                            new SayAudit.Line(
                                    who,
                                    IN_FAMILIES.getOrDefault(
                                            text(values, "what"), Said.same(text(values, "what"))),
                                    Said.same(text(values, "detail")),
                                    AuditObject.about(entry)));
            case "EnterpriseAccountChanged",
                    "EnterpriseEmployeeChanged",
                    "EnterpriseMonthClosed",
                    "EnterprisePaid" ->
                    Optional.of(
                            new SayAudit.Line(
                                    who,
                                    AuditOfEnterprises.action(entry.action(), values),
                                    AuditOfEnterprises.detail(entry.action(), values),
                                    null));
            case "AwardSeatsOffered" ->
                    line(
                            who,
                            new Said("开放积分席位", "Offered award seats"),
                            "%s %s → %s，每趟 %s 席".formatted(trip(values)),
                            "%s %s → %s, %s seats a train".formatted(trip(values)));
            case "AwardOfferClosed" ->
                    line(
                            who,
                            new Said("关闭积分席位", "Closed an offer of award seats"),
                            "%s %s → %s，原每趟 %s 席".formatted(trip(values)),
                            "%s %s → %s, %s seats a train until then".formatted(trip(values)));
            case "ChangeRulesSet" ->
                    line(
                            who,
                            new Said("调整改签规则", "Set the rules of changing tickets"),
                            "%s 条规则有变".formatted(text(values, "changed")),
                            "%s rules are other ones".formatted(text(values, "changed")));
            case "SpecialDaysPlanned" ->
                    line(
                            who,
                            new Said("安排积分倍率日", "Planned multiplier days"),
                            "%s：%s 天%s"
                                    .formatted(
                                            text(values, "nameZh"),
                                            text(values, "dates"),
                                            factor(values, "，拟 %s 倍")),
                            "%s: %s days%s"
                                    .formatted(
                                            text(values, "nameEn"),
                                            text(values, "dates"),
                                            factor(values, ", times %s drafted")));
            case "ContractPublished" ->
                    line(
                            who,
                            new Said("发布伙伴合同", "Published a partner's contract"),
                            "%s 第 %s 版，%s 起"
                                    .formatted(
                                            text(values, "partner"),
                                            text(values, "version"),
                                            text(values, "validFrom")),
                            "%s version %s, from %s"
                                    .formatted(
                                            text(values, "partner"),
                                            text(values, "version"),
                                            text(values, "validFrom")));
            case "StackingDecided" ->
                    line(
                            who,
                            new Said("调整优惠券叠加规则", "Decided which coupons go together"),
                            "第 %s 版".formatted(text(values, "version")),
                            "version %s".formatted(text(values, "version")));
            case "PartnerPeriodLocked" ->
                    line(
                            who,
                            new Said("锁定伙伴结算月", "Locked a partner's month"),
                            "%s，净额 %s".formatted(month(values), yuan(values, "netMinor")),
                            "%s, net %s".formatted(month(values), yuan(values, "netMinor")));
            case "PartnerPointsRunLow" ->
                    line(
                            who,
                            new Said("伙伴积分额度不足预警", "A partner's points run low"),
                            "%s 还可发 %s 分".formatted(text(values, "partner"), text(values, "left")),
                            "%s may still give %s points"
                                    .formatted(text(values, "partner"), text(values, "left")));
            case "PresetAdopted" ->
                    line(
                            who,
                            new Said("启用会员方案", "Adopted a ready-made programme"),
                            "%s：%s".formatted(text(values, "preset"), parts(values, "、")),
                            "%s: %s".formatted(text(values, "preset"), parts(values, ", ")));
            case "PresetTakenBack" ->
                    line(
                            who,
                            new Said("撤回会员方案", "Took a ready-made programme back"),
                            "%s：%s".formatted(text(values, "preset"), parts(values, "、")),
                            "%s: %s".formatted(text(values, "preset"), parts(values, ", ")));
            default -> Optional.empty();
        };
    }

    private static Optional<SayAudit.Line> line(Said who, Said action, String zh, String en) {
        return Optional.of(new SayAudit.Line(who, action, new Said(zh, en), null));
    }

    private static Object[] trip(Map<String, Object> values) {
        return Stream.of("trainCode", "fromStation", "toStation", "seats")
                .map(each -> text(values, each))
                .toArray();
    }

    private static String factor(Map<String, Object> values, String words) {
        String factor = text(values, "factor");
        return factor.isEmpty() ? "" : words.formatted(factor);
    }

    private static String month(Map<String, Object> values) {
        String day = text(values, "period");
        return day.length() < 7 ? day : day.substring(0, 7);
    }

    private static String yuan(Map<String, Object> values, String field) {
        return values.get(field) instanceof Number minor
                ? Money.yuan(minor.longValue()).toString()
                : "";
    }

    private static String parts(Map<String, Object> values, String between) {
        return values.get("parts") instanceof List<?> list
                ? String.join(between, list.stream().map(String::valueOf).toList())
                : "";
    }

    private static String text(Map<String, Object> values, String key) {
        Object value = values.get(key);
        return value == null ? "" : value.toString();
    }
}
