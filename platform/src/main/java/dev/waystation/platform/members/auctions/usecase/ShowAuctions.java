package dev.waystation.platform.members.auctions.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.members.auctions.model.Auction;
import dev.waystation.platform.members.auctions.model.Bid;
import dev.waystation.platform.members.auctions.model.BidHold;
import dev.waystation.platform.members.auctions.model.BidStep;
import dev.waystation.platform.members.auctions.model.Bidding;
import dev.waystation.platform.members.auctions.store.AuctionStore;
import dev.waystation.platform.members.auctions.store.BidStore;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Auctions as members and staff see them. */
@Service
public class ShowAuctions {

    private final AuctionStore auctions;
    private final BidStore bids;
    private final Clock clock;

    ShowAuctions(AuctionStore auctions, BidStore bids, Clock clock) {
        this.auctions = auctions;
        this.bids = bids;
        this.clock = clock;
    }

    /**
     * @param begun whether bids are taken by the clock that judges them; a phone's may be wrong
     * @param own the asking member's bid
     * @param held how many of their points it holds
     * @param leastBid what a bid must offer at least now
     */
    public record Seen(
            Auction auction,
            boolean begun,
            int bidders,
            @Nullable Bid own,
            long held,
            long leastBid,
            Explanation why) {}

    public List<Seen> all(@Nullable Long member) {
        return auctions.all().stream().map(auction -> seen(auction, member)).toList();
    }

    public Optional<Seen> one(long id, @Nullable Long member) {
        return auctions.find(id).map(auction -> seen(auction, member));
    }

    public List<BidStep> steps(long id) {
        return auctions.steps(id);
    }

    /** Best first, for staff. */
    public List<Bid> bids(long id) {
        return bids.of(id).stream()
                .sorted(
                        Comparator.comparingLong(Bid::most)
                                .reversed()
                                .thenComparingLong(Bid::sequence))
                .toList();
    }

    private Seen seen(Auction auction, @Nullable Long member) {
        List<Bid> all = bids.of(auction.id());
        List<Bid> standing = all.stream().filter(bid -> bid.state().stands()).toList();
        Bid own =
                member == null
                        ? null
                        : all.stream()
                                .filter(bid -> bid.memberId() == member)
                                .findFirst()
                                .orElse(null);
        long held = own == null ? 0 : held(auction.id(), own.memberId());
        long least =
                own != null && own.state().live()
                        ? own.most() + auction.bounds().step()
                        : new Bidding(auction, standing).leastToEnter();
        return new Seen(
                auction,
                !clock.instant().isBefore(auction.clocking().opens()),
                all.size(),
                own,
                held,
                least,
                BidWords.why(auction, standing, own, held));
    }

    private long held(long auction, long member) {
        return bids.holds(auction, member).stream()
                .filter(hold -> hold.state() == BidHold.State.OPEN)
                .mapToLong(BidHold::amount)
                .sum();
    }
}
