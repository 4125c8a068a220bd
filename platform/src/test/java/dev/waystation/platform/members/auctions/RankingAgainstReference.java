package dev.waystation.platform.members.auctions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.members.auctions.model.Auction;
import dev.waystation.platform.members.auctions.model.Bid;
import dev.waystation.platform.members.auctions.model.Ranking;
import dev.waystation.testkit.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The price and the winners against an auctioneer who calls prices one point at a time. */
class RankingAgainstReference {

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Capability("L89")
    void anAuctioneerWhoCallsEveryPriceFindsTheSameWinnersAndPrice(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        Auction.Bounds bounds =
                new Auction.Bounds(1 + chance.nextInt(20), 1 + chance.nextInt(5), 60);
        int units = 1 + chance.nextInt(4);
        List<Bid> bids = new ArrayList<>();
        for (int i = 1 + chance.nextInt(9); i > 0; i--) {
            long most = bounds.least() + chance.nextInt((int) (61 - bounds.least()));
            bids.add(new Bid(i, null, most, chance.nextInt(1_000_000), Bid.State.LEADING, null));
        }
        Ranking ranking = Ranking.of(bids, units, 1, bounds);
        Auctioneer said = call(bids, units, bounds);
        assertThat(ranking.leading().stream().map(Bid::memberId))
                .containsExactlyInAnyOrderElementsOf(said.winners());
        assertThat(ranking.price()).isEqualTo(said.price());
        assertThat(ranking.waiting()).hasSizeLessThanOrEqualTo(1);
        assertThat(ranking.leading().size() + ranking.waiting().size() + ranking.out().size())
                .isEqualTo(bids.size());
    }

    /** The control: with the winner's own offer as the price the auctioneer objects. */
    @Test
    void controlPayingOnesOwnOfferIsNoticed() {
        Auction.Bounds bounds = new Auction.Bounds(10, 2, 60);
        List<Bid> bids =
                List.of(
                        new Bid(1, null, 50, 1, Bid.State.LEADING, null),
                        new Bid(2, null, 20, 2, Bid.State.LEADING, null));
        assertThat(call(bids, 1, bounds).price()).isEqualTo(22).isNotEqualTo(50);
    }

    private record Auctioneer(List<Long> winners, long price) {}

    /** Everybody but the winners has to be beaten by a step, or by being earlier. */
    private static Auctioneer call(List<Bid> bids, int units, Auction.Bounds bounds) {
        List<Bid> left = new ArrayList<>(bids);
        List<Bid> winners = new ArrayList<>();
        while (winners.size() < units && !left.isEmpty()) {
            Bid best = left.getFirst();
            for (Bid each : left) {
                boolean better =
                        each.most() > best.most()
                                || (each.most() == best.most()
                                        && each.sequence() < best.sequence());
                best = better ? each : best;
            }
            winners.add(best);
            left.remove(best);
        }
        long lowest = winners.stream().mapToLong(Bid::most).min().orElse(Long.MAX_VALUE);
        long price = bounds.least();
        while (someoneStillBeats(left, price, bounds.step()) && price < lowest) {
            price++;
        }
        return new Auctioneer(winners.stream().map(Bid::memberId).toList(), price);
    }

    private static boolean someoneStillBeats(List<Bid> losers, long price, long step) {
        return losers.stream().anyMatch(bid -> bid.most() + step > price);
    }
}
