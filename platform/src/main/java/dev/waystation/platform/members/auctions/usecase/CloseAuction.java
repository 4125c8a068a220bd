package dev.waystation.platform.members.auctions.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.foundation.jobs.EachAlone;
import dev.waystation.platform.members.auctions.facts.AuctionLost;
import dev.waystation.platform.members.auctions.model.Auction;
import dev.waystation.platform.members.auctions.model.Bid;
import dev.waystation.platform.members.auctions.model.Ranking;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends an auction: OPEN → CLOSING chooses the winners, each pays in a transaction of its own, and
 * when nobody can move up any more CLOSED frees the runners-up. Every step may be done again.
 */
@Service
public class CloseAuction {

    private final AuctionBooks books;
    private final PayPrize pay;
    private final FactLog facts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CloseAuction(
            AuctionBooks books,
            PayPrize pay,
            FactLog facts,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.books = books;
        this.pay = pay;
        this.facts = facts;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Does whatever is due. */
    public void handle(long auctionId) {
        transaction.executeWithoutResult(_ -> choose(auctionId));
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(_ -> payOne(auctionId)));
        }
        transaction.executeWithoutResult(_ -> end(auctionId));
    }

    public void allDue(Instant now) {
        EachAlone.handle(books.auctions().due(now), this::handle);
    }

    private void choose(long id) {
        Auction auction = books.auctions().locked(id).orElseThrow();
        if (auction.state() != Auction.State.OPEN
                || clock.instant().isBefore(auction.clocking().closes())) {
            return;
        }
        Ranking ranking = ranking(auction);
        for (Bid winner : ranking.leading()) {
            books.bids().move(id, winner.memberId(), Bid.State.WINNING, ranking.price());
        }
        books.auctions().move(id, Auction.State.CLOSING);
    }

    /** True when there may be another to pay. */
    private boolean payOne(long id) {
        Auction auction = books.auctions().locked(id).orElseThrow();
        if (auction.state() != Auction.State.CLOSING) {
            return false;
        }
        Bid next =
                books.bids().of(id).stream()
                        .filter(bid -> bid.state() == Bid.State.WINNING)
                        .min(Comparator.comparingLong(Bid::sequence))
                        .orElse(null);
        if (next == null) {
            return false;
        }
        Long price = next.price();
        if (price == null || !pay.handle(auction, next, price)) {
            fail(auction, next.memberId(), "could_not_pay");
        }
        return true;
    }

    /** The winner is out, the best runner-up moves up; the caller holds the lock. */
    void fail(Auction auction, long member, String cause) {
        long id = auction.id();
        pay.undo(id, member);
        books.bids().move(id, member, Bid.State.DISQUALIFIED, null);
        books.bids().free(id, member);
        lost(id, member, cause);
        if (books.live(id).isEmpty()) {
            return;
        }
        // The held bids are the best of those that stand.
        Ranking ranking = Ranking.of(books.standing(id), 1, 0, auction.bounds());
        for (Bid heir : ranking.leading()) {
            books.bids().move(id, heir.memberId(), Bid.State.WINNING, ranking.price());
        }
    }

    private void end(long id) {
        Auction auction = books.auctions().locked(id).orElseThrow();
        if (auction.state() != Auction.State.CLOSING
                || clock.instant().isBefore(auction.clocking().ends())) {
            return;
        }
        for (Bid bid : books.live(id)) {
            letGo(id, bid.memberId(), "ended");
        }
        books.auctions().move(id, Auction.State.CLOSED);
    }

    /** A bid that does not win ends; the caller holds the lock. */
    void letGo(long id, long member, String cause) {
        books.bids().move(id, member, Bid.State.LOST, null);
        books.bids().free(id, member);
        lost(id, member, cause);
    }

    private void lost(long id, long member, String cause) {
        facts.append(new AuctionLost(member, id, cause, clock.instant()));
    }

    private Ranking ranking(Auction auction) {
        return Ranking.of(
                books.standing(auction.id()), auction.units(), auction.runners(), auction.bounds());
    }
}
