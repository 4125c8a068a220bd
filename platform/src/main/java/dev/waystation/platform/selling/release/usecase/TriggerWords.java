package dev.waystation.platform.selling.release.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.release.Trigger;
import java.time.Duration;

/** When a batch opens, as people say it. */
final class TriggerWords {

    private TriggerWords() {}

    static Said of(Trigger trigger) {
        return switch (trigger) {
            case Trigger.At at -> Said.same(at.instant().toString());
            case Trigger.BeforeDeparture before -> before(before.before());
            case Trigger.DaysBefore days ->
                    days.days() == 0
                            ? new Said("开车当天 " + days.time(), "at " + days.time() + " on the day")
                            : new Said(
                                    "开车前 %d 天 %s".formatted(days.days(), days.time()),
                                    "%d days before at %s".formatted(days.days(), days.time()));
            case Trigger.SoldShare share ->
                    new Said(
                            "售出 %d%% 后".formatted(share.permille() / 10),
                            "when %d%% are sold".formatted(share.permille() / 10));
        };
    }

    private static Said before(Duration before) {
        return before.toMinutesPart() == 0
                ? new Said(
                        "开车前 %d 小时".formatted(before.toHours()),
                        "%d hours before departure".formatted(before.toHours()))
                : new Said(
                        "开车前 %d 分钟".formatted(before.toMinutes()),
                        "%d minutes before departure".formatted(before.toMinutes()));
    }
}
