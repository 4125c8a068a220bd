package dev.waystation.platform.members.auctions.model;

import dev.waystation.platform.members.auctions.AuctionRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a bid counts, and what it changes. Pure: the caller holds the auction's lock. */
public record Bidding(Auction auction, List<Bid> standing) {

    /** A wish to bid. */
    public record Wish(long memberId, @Nullable Long household, long most) {}

    /** The decision. */
    public sealed interface Decision {
        /**
         * @param toHold how many points more the bid needs
         */
        record Counts(Bid bid, long toHold, Ranking ranking, Auction.Clocking clocking)
                implements Decision {}

        record Refused(AuctionRefusal code, Map<String, Object> values) implements Decision {}
    }

    public Decision decide(Wish wish, Instant now) {
        Auction.Bounds bounds = auction.bounds();
        if (auction.state() != Auction.State.OPEN || !now.isBefore(auction.clocking().closes())) {
            return refused(AuctionRefusal.AUCTION_IS_OVER, Map.of());
        }
        if (now.isBefore(auction.clocking().opens())) {
            return refused(AuctionRefusal.AUCTION_NOT_OPEN_YET, Map.of());
        }
        if (wish.most() > bounds.most()) {
            return refused(AuctionRefusal.AUCTION_BID_TOO_HIGH, Map.of("most", bounds.most()));
        }
        for (Bid bid : standing) {
            if (bid.memberId() != wish.memberId()
                    && bid.state().live()
                    && bid.household() != null
                    && bid.household().equals(wish.household())) {
                return refused(AuctionRefusal.AUCTION_FAMILY_BIDS_ALREADY, Map.of());
            }
        }
        Optional<Bid> own =
                standing.stream()
                        .filter(bid -> bid.memberId() == wish.memberId() && bid.state().live())
                        .findFirst();
        long least = own.map(bid -> bid.most() + bounds.step()).orElseGet(this::leastToEnter);
        if (wish.most() < least) {
            return refused(
                    own.isPresent()
                            ? AuctionRefusal.AUCTION_RAISE_TOO_SMALL
                            : AuctionRefusal.AUCTION_BID_TOO_LOW,
                    Map.of("least", least));
        }
        return counts(wish, own.map(Bid::most).orElse(0L), now);
    }

    /** What a newcomer must offer at least: the price, plus a step once all units are taken. */
    public long leastToEnter() {
        Ranking ranking = ranking(standing);
        boolean full = ranking.leading().size() >= auction.units();
        return Math.min(
                auction.bounds().most(), ranking.price() + (full ? auction.bounds().step() : 0));
    }

    private Decision counts(Wish wish, long held, Instant now) {
        Bid bid =
                new Bid(
                        wish.memberId(),
                        wish.household(),
                        wish.most(),
                        auction.lastSequence() + 1,
                        Bid.State.LEADING,
                        null);
        List<Bid> after = new ArrayList<>(standing);
        after.removeIf(each -> each.memberId() == wish.memberId());
        after.add(bid);
        Ranking ranking = ranking(after);
        return new Decision.Counts(bid, wish.most() - held, ranking, auction.clocking().after(now));
    }

    private Ranking ranking(List<Bid> bids) {
        return Ranking.of(bids, auction.units(), auction.runners(), auction.bounds());
    }

    private static Decision refused(AuctionRefusal code, Map<String, Object> values) {
        return new Decision.Refused(code, values);
    }
}
