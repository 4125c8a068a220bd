package dev.waystation.platform.insight.trust.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people did with accounts of enterprises, in words. */
final class AuditOfEnterprises {

    private AuditOfEnterprises() {}

    static Said action(String action, Map<String, Object> values) {
        return switch (action) {
            case "EnterpriseMonthClosed" -> new Said("关闭企业账单月", "Closed an enterprise's month");
            case "EnterprisePaid" -> new Said("登记企业付款", "Noted an enterprise's payment");
            case "EnterpriseEmployeeChanged" ->
                    values.get("before") == null
                            ? new Said("添加企业员工", "Put an employee on an account")
                            : new Said("调整企业员工额度", "Changed what an employee may book");
            default ->
                    isNew(values)
                            ? new Said("开立企业账户", "Opened an enterprise account")
                            : new Said("调整企业账户", "Changed an enterprise account");
        };
    }

    static Said detail(String action, Map<String, Object> values) {
        String name = String.valueOf(values.get("name"));
        return switch (action) {
            case "EnterpriseMonthClosed" -> {
                String month = String.valueOf(values.get("period"));
                month = month.length() < 7 ? month : month.substring(0, 7);
                String owed = yuan(values.get("closingMinor"));
                yield new Said(
                        "%s %s，应收 %s".formatted(name, month, owed),
                        "%s %s, %s owed".formatted(name, month, owed));
            }
            case "EnterprisePaid" ->
                    new Said(
                            "%s，%s".formatted(name, yuan(values.get("minor"))),
                            "%s, %s".formatted(name, yuan(values.get("minor"))));
            case "EnterpriseEmployeeChanged" -> employee(name, values);
            default -> account(name, values);
        };
    }

    private static Said account(String name, Map<String, Object> values) {
        boolean active = Boolean.TRUE.equals(values.get("activeAfter"));
        String after = yuan(values.get("creditAfter"));
        String credit =
                isNew(values)
                        ? after
                        : "%s → %s".formatted(yuan(values.get("creditBefore")), after);
        return new Said(
                "%s，信用额度 %s，%s".formatted(name, credit, active ? "使用中" : "已暂停"),
                "%s, credit %s, %s".formatted(name, credit, active ? "in use" : "suspended"));
    }

    private static boolean isNew(Map<String, Object> values) {
        return Boolean.FALSE.equals(values.get("activeBefore"))
                && values.get("creditBefore") instanceof Number credit
                && credit.longValue() == 0;
    }

    private static Said employee(String name, Map<String, Object> values) {
        String member =
                values.get("memberId") instanceof Number id
                        ? PublicId.encode("mbr", id.longValue())
                        : "";
        Said after = limit(values.get("after"));
        Said before = limit(values.get("before"));
        return new Said(
                "%s，%s：%s".formatted(name, member, between(before.zh(), after.zh())),
                "%s, %s: %s".formatted(name, member, between(before.en(), after.en())));
    }

    private static String between(String before, String after) {
        return before.isEmpty() ? after : before + " → " + after;
    }

    private static Said limit(@Nullable Object limit) {
        if (!(limit instanceof Map<?, ?> each)) {
            return Said.same("");
        }
        String monthly = yuan(each.get("monthlyMinor"));
        boolean active = Boolean.TRUE.equals(each.get("active"));
        return new Said(
                "%s 每月 %s%s".formatted(each.get("costCentre"), monthly, active ? "" : "（停用）"),
                "%s %s a month%s"
                        .formatted(each.get("costCentre"), monthly, active ? "" : " (stopped)"));
    }

    private static String yuan(@Nullable Object minor) {
        return minor instanceof Number number ? Money.yuan(number.longValue()).toString() : "";
    }
}
