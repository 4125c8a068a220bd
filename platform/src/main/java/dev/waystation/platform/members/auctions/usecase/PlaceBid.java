package dev.waystation.platform.members.auctions.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.auctions.AuctionRefusal;
import dev.waystation.platform.members.auctions.facts.BidDisplaced;
import dev.waystation.platform.members.auctions.facts.BidPlaced;
import dev.waystation.platform.members.auctions.model.Auction;
import dev.waystation.platform.members.auctions.model.Bid;
import dev.waystation.platform.members.auctions.model.BidStep;
import dev.waystation.platform.members.auctions.model.Bidding;
import dev.waystation.platform.members.auctions.model.Ranking;
import dev.waystation.platform.members.membership.Household;
import dev.waystation.platform.members.membership.Households;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bids, or raises one's bid. Bids of one auction take turns behind its row; the whole offer is held
 * before it counts, and whoever can no longer win is free in the same commit.
 */
@Service
public class PlaceBid {

    private final AuctionBooks books;
    private final Households households;
    private final FactLog facts;
    private final Clock clock;

    PlaceBid(AuctionBooks books, Households households, FactLog facts, Clock clock) {
        this.books = books;
        this.households = households;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param most what the member would pay at most
     */
    public record Command(long memberId, long auctionId, long most) {
        public Command {
            Malformed.require(most > 0, "most", most, "give at least one point");
        }
    }

    /** The answer. */
    public sealed interface Outcome {
        record Placed(long sequence, Bid.State state, long price, Instant closes)
                implements Outcome {}

        record Refused(AuctionRefusal code, Map<String, Object> values) implements Outcome {}
    }

    @Transactional(propagation = Propagation.NESTED)
    public Outcome handle(Command command) {
        Auction auction = books.auctions().locked(command.auctionId()).orElse(null);
        if (auction == null) {
            return new Outcome.Refused(AuctionRefusal.AUCTION_NOT_FOUND, Map.of());
        }
        // Read behind the lock: the order of turns is the order of time.
        Instant now = clock.instant();
        Long household = households.ofMember(command.memberId()).map(Household::id).orElse(null);
        List<Bid> standing = books.standing(auction.id());
        return switch (new Bidding(auction, standing)
                .decide(new Bidding.Wish(command.memberId(), household, command.most()), now)) {
            case Bidding.Decision.Refused(AuctionRefusal code, Map<String, Object> values) ->
                    new Outcome.Refused(code, values);
            case Bidding.Decision.Counts counts -> place(auction, standing, counts, now);
        };
    }

    private Outcome place(
            Auction auction, List<Bid> standing, Bidding.Decision.Counts counts, Instant now) {
        long member = counts.bid().memberId();
        if (books.points().inDebt(member)) {
            return new Outcome.Refused(AuctionRefusal.AUCTION_DEBT_BARS_BIDS, Map.of());
        }
        Bid.State state = counts.ranking().stateOf(member);
        if (state != Bid.State.OUTBID) {
            Optional<Long> possible = books.points().hold(auction, member, counts.toHold());
            if (possible.isPresent()) {
                return new Outcome.Refused(
                        AuctionRefusal.AUCTION_POINTS_DO_NOT_SUFFICE,
                        Map.of("possible", possible.get(), "needed", counts.toHold()));
            }
        }
        books.bids().put(auction.id(), withState(counts.bid(), state), now);
        books.auctions()
                .bid(auction.id(), counts.bid(), counts.ranking().price(), counts.clocking());
        record(auction, counts, state, now);
        displace(auction, standing, counts.ranking(), now);
        return new Outcome.Placed(
                counts.bid().sequence(),
                state,
                counts.ranking().price(),
                counts.clocking().closes());
    }

    private void record(
            Auction auction, Bidding.Decision.Counts counts, Bid.State state, Instant now) {
        Bid bid = counts.bid();
        boolean leading = state == Bid.State.LEADING;
        long price = counts.ranking().price();
        boolean extended = counts.clocking().extensions() > auction.clocking().extensions();
        books.auctions()
                .step(
                        auction.id(),
                        new BidStep(
                                bid.sequence(),
                                bid.memberId(),
                                bid.most(),
                                price,
                                leading,
                                extended,
                                now));
        facts.append(
                new BidPlaced(
                        bid.memberId(),
                        auction.id(),
                        bid.sequence(),
                        bid.most(),
                        price,
                        leading,
                        now));
    }

    /** Writes who moved; those who are out get their points back. */
    private void displace(Auction auction, List<Bid> before, Ranking after, Instant now) {
        for (Bid bid : before) {
            Bid.State state = after.stateOf(bid.memberId());
            if (state == bid.state() || !bid.state().live()) {
                continue;
            }
            books.bids().move(auction.id(), bid.memberId(), state, null);
            if (state == Bid.State.OUTBID) {
                books.bids().free(auction.id(), bid.memberId());
                facts.append(new BidDisplaced(bid.memberId(), auction.id(), after.price(), now));
            }
        }
    }

    private static Bid withState(Bid bid, Bid.State state) {
        return new Bid(bid.memberId(), bid.household(), bid.most(), bid.sequence(), state, null);
    }
}
