package dev.waystation.platform.members.games.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.games.SeedGames;
import dev.waystation.platform.members.games.model.Challenge;
import dev.waystation.platform.members.games.model.Draw;
import dev.waystation.platform.members.games.model.Metric;
import dev.waystation.platform.members.games.model.Prize;
import dev.waystation.platform.members.games.model.Wheel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The games of the sample world. */
@Service
class SampleGames implements SeedGames {

    private final RunDraw run;
    private final SpinWheel spin;
    private final ShowGames show;
    private final Clock clock;

    SampleGames(RunDraw run, SpinWheel spin, ShowGames show, Clock clock) {
        this.run = run;
        this.spin = spin;
        this.show = show;
        this.clock = clock;
    }

    @Override
    public void seed(List<Long> players) {
        Instant now = clock.instant();
        Draw draw =
                run.open(
                        new Draw(
                                0,
                                new Said("暖冬幸运转盘", "Winter wheel"),
                                100,
                                3,
                                now,
                                now.plus(Duration.ofDays(45)),
                                "",
                                wheel(),
                                0,
                                null));
        for (long player : players) {
            spin.handle(
                    new SpinWheel.Command(
                            GivePrize.part(new UUID(draw.id(), player), "sample"),
                            player,
                            draw.id()));
        }
        LocalDate today = LocalDate.now(clock);
        challenge(new Said("本月三次出行", "Three trips this month"), Metric.TRIPS, 3, today, 300, 500);
        challenge(new Said("年卡打卡五次", "Five visits with a pass"), Metric.VISITS, 5, today, 200, 300);
        challenge(new Said("攒满五千分", "Collect 5,000 points"), Metric.POINTS, 5_000, today, 500, 100);
    }

    private void challenge(
            Said name, Metric metric, int target, LocalDate today, long points, long stock) {
        show.add(
                new Challenge(
                        0, name, metric, target, today, today.plusDays(45), points, stock, stock));
    }

    private static Wheel wheel() {
        return new Wheel(
                List.of(
                        new Prize(
                                1,
                                new Said("贵宾候车室", "Lounge visit"),
                                100,
                                0,
                                "lounge",
                                90,
                                50L,
                                50L),
                        points(2, 500, 400, 500L),
                        points(3, 100, 1_500, 5_000L),
                        points(4, 50, 3_000, null),
                        new Prize(
                                5,
                                new Said("谢谢参与 · 5 分", "Thanks: 5 points"),
                                5_000,
                                5,
                                null,
                                1,
                                null,
                                null)));
    }

    private static Prize points(int nth, long points, int weight, @Nullable Long stock) {
        return new Prize(
                nth,
                new Said(points + " 积分", points + " points"),
                weight,
                points,
                null,
                1,
                stock,
                stock);
    }
}
