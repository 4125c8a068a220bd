package dev.waystation.platform.members.auctions.model;

import java.util.Comparator;
import java.util.List;

/**
 * Who leads, who waits behind, who is out, and the price: one step above the best bid that does not
 * win, never above what the last winner offered.
 */
public record Ranking(List<Bid> leading, List<Bid> waiting, List<Bid> out, long price) {

    private static final Comparator<Bid> BEST_FIRST =
            Comparator.comparingLong(Bid::most).reversed().thenComparingLong(Bid::sequence);

    /** Ranks the offers that stand. */
    public static Ranking of(
            java.util.Collection<Bid> bids, int units, int runners, Auction.Bounds bounds) {
        List<Bid> order = bids.stream().sorted(BEST_FIRST).toList();
        int last = Math.min(units, order.size());
        int held = Math.min(units + runners, order.size());
        return new Ranking(
                as(order.subList(0, last), Bid.State.LEADING),
                as(order.subList(last, held), Bid.State.WAITING),
                as(order.subList(held, order.size()), Bid.State.OUTBID),
                price(order, units, bounds));
    }

    private static long price(List<Bid> order, int units, Auction.Bounds bounds) {
        if (order.size() <= units) {
            return bounds.least();
        }
        long contested = order.get(units).most() + bounds.step();
        return Math.min(order.get(units - 1).most(), contested);
    }

    /** Where a member stands now. */
    public Bid.State stateOf(long member) {
        return java.util.stream.Stream.of(leading, waiting, out)
                .flatMap(List::stream)
                .filter(bid -> bid.memberId() == member)
                .findFirst()
                .map(Bid::state)
                .orElse(Bid.State.OUTBID);
    }

    private static List<Bid> as(List<Bid> bids, Bid.State state) {
        return bids.stream().map(bid -> bid.as(state)).toList();
    }
}
