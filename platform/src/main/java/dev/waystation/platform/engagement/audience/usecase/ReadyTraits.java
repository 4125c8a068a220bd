package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.model.ComputedTrait;
import dev.waystation.platform.engagement.audience.model.ComputedTrait.Function;
import dev.waystation.platform.engagement.audience.model.ComputedTrait.Level;
import dev.waystation.platform.engagement.audience.model.ComputedTrait.Source;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ready computed traits: places one is bound to, recent use, and interest that fades. */
final class ReadyTraits {

    private static final int YEAR = 365;

    static final List<ComputedTrait> ALL =
            List.of(
                    of(
                            "home_station",
                            "常用出发站",
                            "usual departure station",
                            Function.MOST,
                            "fromStation",
                            YEAR),
                    of(
                            "goal_station",
                            "常去到达站",
                            "usual arrival station",
                            Function.MOST,
                            "toStation",
                            YEAR),
                    of(
                            "stations_12m",
                            "近一年到过的站",
                            "stations reached in 12 months",
                            Function.DISTINCT,
                            "toStation",
                            YEAR),
                    of(
                            "spend_90d",
                            "近 90 天消费",
                            "spend in 90 days",
                            Function.SUM,
                            "amountMinor",
                            90),
                    of("first_trip", "首次乘车", "first trip", Function.FIRST, null, 0),
                    new ComputedTrait(
                            "rail_interest",
                            new Said("出行热度", "interest in travel"),
                            Function.SCORE,
                            List.of(
                                    new Source(Vocabulary.TRIP, 20, null),
                                    new Source(Vocabulary.BOUGHT, 10, null)),
                            null,
                            0,
                            30,
                            List.of(
                                    new Level("hot", new Said("热", "hot"), 60),
                                    new Level("warm", new Said("温", "warm"), 20),
                                    new Level("cool", new Said("凉", "cool"), 5))));

    private ReadyTraits() {}

    private static ComputedTrait of(
            String code,
            String zh,
            String en,
            Function function,
            @Nullable String property,
            int withinDays) {
        return new ComputedTrait(
                code,
                new Said(zh, en),
                function,
                List.of(new Source(Vocabulary.TRIP, 1, null)),
                property,
                withinDays,
                0,
                List.of());
    }
}
