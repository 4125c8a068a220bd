package dev.waystation.platform.members.auctions.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.auctions.SeedAuctions;
import dev.waystation.platform.members.auctions.model.Auction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;

/** The auctions of the sample world: one with bids, one that begins tomorrow. */
@Service
class SampleAuctions implements SeedAuctions {

    private final RunAuction run;
    private final PlaceBid place;
    private final Clock clock;

    SampleAuctions(RunAuction run, PlaceBid place, Clock clock) {
        this.run = run;
        this.place = place;
        this.clock = clock;
    }

    @Override
    public void seed(List<Long> bidders) {
        long quiet =
                open(
                        new Said("静音车厢贵宾座 · 年末", "Quiet carriage seat, end of year"),
                        "upgrade",
                        2,
                        500,
                        Duration.ZERO,
                        Duration.ofDays(2));
        open(
                new Said("贵宾候车室十次卡", "Ten lounge visits"),
                "lounge",
                1,
                2_000,
                Duration.ofDays(1),
                Duration.ofDays(4));
        long lounge =
                open(
                        new Said("高铁贵宾厅 · 今晚结束", "Lounge visit, ends tonight"),
                        "lounge",
                        1,
                        300,
                        Duration.ZERO,
                        Duration.ofHours(9));
        for (int i = 0; i < bidders.size(); i++) {
            place.handle(new PlaceBid.Command(bidders.get(i), quiet, 600 + 150L * i));
            if (i % 2 == 0) {
                place.handle(new PlaceBid.Command(bidders.get(i), lounge, 300 + 200L * i));
            }
        }
    }

    private long open(
            Said name, String benefit, int units, long least, Duration until, Duration lasts) {
        return run.open(
                new Auction(
                        0,
                        name,
                        new Auction.Prize(
                                benefit, benefit.equals("lounge") && units == 1 ? 10 : 1, 180),
                        units,
                        1,
                        new Auction.Bounds(least, 50, 50_000),
                        new Auction.Clocking(
                                clock.instant().plus(until),
                                clock.instant().plus(lasts),
                                Duration.ofMinutes(2),
                                Duration.ofMinutes(3),
                                0,
                                5,
                                24),
                        Auction.State.OPEN,
                        0,
                        least));
    }
}
