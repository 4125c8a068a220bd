package dev.waystation.platform.members.auctions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.members.auctions.model.Bid;
import dev.waystation.platform.members.auctions.model.BidStep;
import dev.waystation.testkit.Capability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class AuctionRaceIT extends AuctionDesk {

    private static final int BIDDERS = 64;
    private static final int UNITS = 3;
    private static final long PURSE = 6_000;

    @Test
    @Capability("L89")
    void sixtyFourBidAtOnceTheBestWinNoPointIsLostAndTheHistoryTellsTheSameEnd() throws Exception {
        long auction = auction(UNITS, 1);
        List<Long> bidders = new ArrayList<>();
        for (int i = 0; i < BIDDERS; i++) {
            bidders.add(bidder(PURSE));
        }
        race(
                BIDDERS,
                number -> {
                    SplittableRandom chance = new SplittableRandom(number);
                    for (int turn = 0; turn < 3; turn++) {
                        bid(auction, bidders.get(number), 100 + chance.nextLong(PURSE - 100));
                    }
                });
        pump.drain();
        List<Bid> live = show.bids(auction).stream().filter(bid -> bid.state().live()).toList();
        assertThat(live).hasSize(UNITS + 1);
        assertThat(live.stream().map(Bid::memberId)).isEqualTo(replayed(auction));
        for (long member : bidders) {
            long held =
                    live.stream()
                            .filter(bid -> bid.memberId() == member)
                            .mapToLong(Bid::most)
                            .sum();
            assertThat(balance(member).held()).isEqualTo(held);
            assertThat(balance(member).spendable() + held).as("no point lost").isEqualTo(PURSE);
        }
        long price = seen(auction).auction().price();
        end(auction);
        long paid = 0;
        for (long member : bidders) {
            paid += PURSE - balance(member).spendable() - balance(member).held();
        }
        assertThat(paid).isEqualTo(UNITS * price);
    }

    /** The control: without turns two raises read the same best bid, and both think they lead. */
    @Test
    void controlWithoutTurnsSeveralLead() throws Exception {
        AtomicReference<Long> best = new AtomicReference<>(0L);
        AtomicLong leaders = new AtomicLong();
        CyclicBarrier together = new CyclicBarrier(8);
        race(
                8,
                number -> {
                    long seen = best.get();
                    try {
                        together.await();
                    } catch (Exception broken) {
                        throw new IllegalStateException(broken);
                    }
                    if (100 > seen) {
                        best.set(100L);
                        leaders.incrementAndGet();
                    }
                });
        assertThat(leaders.get()).isGreaterThan(1);
    }

    /** Top units and runners from the history alone: each member's last offer, best first. */
    private List<Long> replayed(long auction) {
        Map<Long, BidStep> last = new HashMap<>();
        for (BidStep step : show.steps(auction).reversed()) {
            last.put(step.memberId(), step);
        }
        return last.values().stream()
                .sorted(
                        Comparator.comparingLong(BidStep::most)
                                .reversed()
                                .thenComparingLong(BidStep::sequence))
                .limit(UNITS + 1L)
                .map(BidStep::memberId)
                .toList();
    }

    private static void race(int clients, IntConsumer client) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                all.add(pool.submit(() -> client.accept(number)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
    }
}
