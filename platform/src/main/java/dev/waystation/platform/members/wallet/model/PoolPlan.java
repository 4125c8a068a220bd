package dev.waystation.platform.members.wallet.model;

import dev.waystation.amounts.Allocation;
import dev.waystation.platform.members.membership.Household.DrawOrder;
import dev.waystation.platform.members.wallet.PooledPoints.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose points a draw takes, in which order. Pure: the same family gives the same answer.
 *
 * <p>Earliest: what ends first over all is taken first, whosever it is; on one day the lower member
 * number comes first. Pro rata: everybody gives in proportion to what they can, by largest
 * remainder, each from what ends first. Nobody gives more than they let the family draw.
 */
public final class PoolPlan {

    /** Points of one owner that end on one day. */
    public record Slice(LocalDate lastDay, long free) {}

    /** What one owner can give: at most {@code drawable}, from these slices in order of days. */
    public record Owner(long memberId, long drawable, List<Slice> slices) {
        public Owner {
            slices = slices.stream().sorted(Comparator.comparing(Slice::lastDay)).toList();
        }
    }

    private PoolPlan() {}

    /**
     * How much of somebody's points a family may draw: a share of all they have, counting what it
     * drew already and did not give back, minus that.
     */
    public static long drawable(int sharePercent, long spendable, long drawnAlready) {
        long share = Math.floorDiv((spendable + drawnAlready) * sharePercent, 100);
        return Math.clamp(share - drawnAlready, 0, spendable);
    }

    public static long possible(List<Owner> owners) {
        return owners.stream().mapToLong(Owner::drawable).sum();
    }

    /** Parts that sum to the amount; it must be possible. */
    public static List<Part> take(List<Owner> owners, long amount, DrawOrder order) {
        if (amount > possible(owners)) {
            throw new IllegalArgumentException(amount + " is more than the family can give");
        }
        return switch (order) {
            case EARLIEST -> earliest(owners, amount);
            case PRO_RATA -> proRata(owners, amount);
        };
    }

    /**
     * How part of a draw comes back. What was taken by day comes back in the reverse order, so the
     * points that live longest are back first; what was taken in proportion comes back in
     * proportion. All returns together are exactly what was taken.
     *
     * @param outstanding what was not given back yet, in the order in which it was taken
     */
    public static List<Part> giveBack(List<Part> outstanding, long amount, DrawOrder order) {
        return switch (order) {
            case EARLIEST -> reversed(outstanding, amount);
            case PRO_RATA -> {
                long[] shares =
                        Allocation.byWeights(
                                amount, outstanding.stream().mapToLong(Part::amount).toArray());
                List<Part> parts = new ArrayList<>();
                for (int i = 0; i < shares.length; i++) {
                    add(parts, outstanding.get(i).memberId(), outstanding.get(i), shares[i]);
                }
                yield parts;
            }
        };
    }

    private static List<Part> earliest(List<Owner> owners, long amount) {
        record Piece(long memberId, Slice slice) {}
        Map<Long, Long> room = new HashMap<>();
        List<Piece> pieces = new ArrayList<>();
        for (Owner owner : owners) {
            room.put(owner.memberId(), owner.drawable());
            owner.slices().forEach(slice -> pieces.add(new Piece(owner.memberId(), slice)));
        }
        pieces.sort(
                Comparator.comparing((Piece each) -> each.slice().lastDay())
                        .thenComparingLong(Piece::memberId));
        List<Part> parts = new ArrayList<>();
        long left = amount;
        for (Piece piece : pieces) {
            long can = room.getOrDefault(piece.memberId(), 0L);
            long taken = Math.min(left, Math.min(can, piece.slice().free()));
            if (taken > 0) {
                parts.add(new Part(piece.memberId(), piece.slice().lastDay(), taken));
                room.put(piece.memberId(), can - taken);
                left -= taken;
            }
        }
        return parts;
    }

    private static List<Part> proRata(List<Owner> owners, long amount) {
        long[] shares =
                Allocation.byWeights(amount, owners.stream().mapToLong(Owner::drawable).toArray());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            long left = shares[i];
            for (Slice slice : owners.get(i).slices()) {
                long taken = Math.min(left, slice.free());
                if (taken > 0) {
                    parts.add(new Part(owners.get(i).memberId(), slice.lastDay(), taken));
                    left -= taken;
                }
            }
        }
        return parts;
    }

    private static List<Part> reversed(List<Part> outstanding, long amount) {
        List<Part> parts = new ArrayList<>();
        long left = amount;
        for (Part part : outstanding.reversed()) {
            long back = Math.min(left, part.amount());
            add(parts, part.memberId(), part, back);
            left -= back;
        }
        return parts;
    }

    private static void add(List<Part> parts, long memberId, Part like, long amount) {
        if (amount > 0) {
            parts.add(new Part(memberId, like.lastDay(), amount));
        }
    }
}
