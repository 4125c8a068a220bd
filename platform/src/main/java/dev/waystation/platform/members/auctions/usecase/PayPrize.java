package dev.waystation.platform.members.auctions.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.auctions.facts.AuctionWon;
import dev.waystation.platform.members.auctions.model.Auction;
import dev.waystation.platform.members.auctions.model.Bid;
import dev.waystation.platform.members.benefits.EntitlementGrant;
import dev.waystation.platform.members.benefits.Entitlements;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * Makes one winner pay and gives the prize: both under references, so that a kill between them ends
 * in one payment and one prize.
 */
@Component
class PayPrize {

    private final AuctionBooks books;
    private final Entitlements entitlements;
    private final FactLog facts;
    private final Clock clock;

    PayPrize(AuctionBooks books, Entitlements entitlements, FactLog facts, Clock clock) {
        this.books = books;
        this.entitlements = entitlements;
        this.facts = facts;
        this.clock = clock;
    }

    /** False when the bid can no longer pay, or its member is in debt now. */
    boolean handle(Auction auction, Bid bid, long price) {
        long member = bid.memberId();
        if (books.points().inDebt(member) || !books.points().capture(auction.id(), member, price)) {
            return false;
        }
        LocalDate today = LocalDate.now(clock);
        Auction.Prize prize = auction.prize();
        entitlements.grant(
                EntitlementGrant.forTerm(
                        Entitlements.reference(source(auction.id()) + " " + member),
                        member,
                        prize.benefit(),
                        source(auction.id()),
                        prize.quota(),
                        today,
                        today.plusDays(prize.validDays())));
        books.bids().move(auction.id(), member, Bid.State.WON, price);
        facts.append(
                new AuctionWon(
                        member,
                        auction.id(),
                        price,
                        auction.name().zh(),
                        auction.name().en(),
                        clock.instant()));
        return true;
    }

    /** Takes the prize back and gives the points back. */
    void undo(long auction, long member) {
        entitlements.recall(member, source(auction));
        books.points().giveBack(auction, member);
    }

    private static String source(long auction) {
        return "auction:" + auction;
    }
}
