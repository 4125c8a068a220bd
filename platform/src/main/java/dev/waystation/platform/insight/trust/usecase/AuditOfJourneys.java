package dev.waystation.platform.insight.trust.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.insight.trust.model.AuditEntry;
import java.util.Map;
import java.util.Optional;

/** What people did with journeys, in words. */
final class AuditOfJourneys {

    private AuditOfJourneys() {}

    static Optional<SayAudit.Line> of(AuditEntry entry, Said who, Map<String, Object> values) {
        return switch (entry.action()) {
            case "JourneyStopped" ->
                    Optional.of(
                            new SayAudit.Line(
                                    who,
                                    new Said("停止旅程", "Stopped a journey"),
                                    stopped(values),
                                    null));
            case "JourneyLimitsSet" ->
                    Optional.of(
                            new SayAudit.Line(
                                    who,
                                    new Said("设定旅程上限与复核门槛", "Set the limits of journeys"),
                                    limits(values),
                                    null));
            default -> Optional.empty();
        };
    }

    private static Said stopped(Map<String, Object> values) {
        return new Said(
                "%s，第 %s 版，其中 %s 人离开"
                        .formatted(
                                text(values, "code"),
                                text(values, "version"),
                                text(values, "inside")),
                "%s, version %s, %s inside leave"
                        .formatted(
                                text(values, "code"),
                                text(values, "version"),
                                text(values, "inside")));
    }

    /** Zero is no limit. */
    private static Said limits(Map<String, Object> values) {
        String entries = text(values, "entries");
        String days = text(values, "days");
        String concurrent = text(values, "concurrent");
        String approval =
                "%s / %s / %s"
                        .formatted(
                                text(values, "members"),
                                text(values, "points"),
                                text(values, "smsMinor"));
        return new Said(
                "%s 天最多进入 %s 个、同时 %s 个；复核门槛（人 / 积分 / 短信费用）%s；0 为不限"
                        .formatted(days, entries, concurrent, approval),
                "%s entries in %s days, %s at a time; second person from (members / points / text"
                        .concat(" messages) %s; 0 is no limit")
                        .formatted(entries, days, concurrent, approval));
    }

    private static String text(Map<String, Object> values, String key) {
        Object value = values.get(key);
        return value == null ? "" : value.toString();
    }
}
