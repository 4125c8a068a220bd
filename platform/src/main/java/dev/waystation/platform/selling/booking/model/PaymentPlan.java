package dev.waystation.platform.selling.booking.model;

import dev.waystation.amounts.Allocation;
import dev.waystation.ledger.Tenders.RefundOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order is paid with, split over its tickets so that every part adds up to the unit.
 *
 * @param pointsMinor what the points count for
 * @param accountId of the enterprise that pays, null while none does
 * @param principal what the card's principal paid, known once the card was charged
 */
public record PaymentPlan(
        long points,
        long pointsMinor,
        long storedMinor,
        long cashMinor,
        long principal,
        long gift,
        long storedBack,
        RefundOrder refundOrder,
        @Nullable Long accountId,
        List<Part> parts) {

    /** What can pay a ticket, in the order of payment. */
    public enum Kind {
        POINTS,
        /** Points that the buyer's family has together. */
        FAMILY,
        STORED,
        CASH,
        /** The enterprise of the member, which pays by the month. */
        ACCOUNT
    }

    /**
     * What paid one ticket.
     *
     * @param amount points, or minor units
     * @param minor what it counts for
     */
    public record Part(int line, Kind kind, long amount, long minor, long back, long backMinor) {

        public long left() {
            return minor - backMinor;
        }

        /** How much of the tender itself goes back for so many minor units; the last takes all. */
        public long amountOf(long someMinor) {
            return someMinor == left()
                    ? amount - back
                    : (amount - back) * someMinor / Math.max(1, left());
        }
    }

    /**
     * @param fares what each ticket costs, by line from 1
     */
    public static PaymentPlan of(
            List<Long> fares, long points, long pointsMinor, long storedMinor, RefundOrder order) {
        return of(fares, Kind.POINTS, points, pointsMinor, storedMinor, order);
    }

    /**
     * @param whose {@link Kind#POINTS} or {@link Kind#FAMILY}
     */
    public static PaymentPlan of(
            List<Long> fares,
            Kind whose,
            long points,
            long pointsMinor,
            long storedMinor,
            RefundOrder order) {
        long[] costs = fares.stream().mapToLong(Long::longValue).toArray();
        long[] byPoints = split(pointsMinor, costs);
        long[] amounts = split(points, byPoints);
        long[] rest = costs.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= byPoints[i];
        }
        long[] byCard = split(storedMinor, rest);
        List<Part> parts = new ArrayList<>();
        long cash = 0;
        for (int i = 0; i < costs.length; i++) {
            add(parts, i + 1, whose, amounts[i], byPoints[i]);
            add(parts, i + 1, Kind.STORED, byCard[i], byCard[i]);
            add(parts, i + 1, Kind.CASH, rest[i] - byCard[i], rest[i] - byCard[i]);
            cash += rest[i] - byCard[i];
        }
        return new PaymentPlan(
                points, pointsMinor, storedMinor, cash, 0, 0, 0, order, null, List.copyOf(parts));
    }

    /** An enterprise pays all of it. */
    public static PaymentPlan onAccount(List<Long> fares, long accountId, RefundOrder order) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < fares.size(); i++) {
            add(parts, i + 1, Kind.ACCOUNT, fares.get(i), fares.get(i));
        }
        return new PaymentPlan(0, 0, 0, 0, 0, 0, 0, order, accountId, List.copyOf(parts));
    }

    public List<Part> ofLine(int line) {
        return parts.stream().filter(each -> each.line() == line).toList();
    }

    /** Whether its points are the family's, not the buyer's own. */
    public boolean family() {
        return parts.stream().anyMatch(each -> each.kind() == Kind.FAMILY);
    }

    /** Whether points alone paid the ticket. */
    public boolean award(int line) {
        return ofLine(line).stream()
                .allMatch(each -> each.kind() == Kind.POINTS || each.kind() == Kind.FAMILY);
    }

    /** What of a ticket was paid in money, the member's or the employer's: no points, no gift. */
    public long ownMoney(int line) {
        long card =
                ofLine(line).stream()
                        .filter(each -> each.kind() == Kind.STORED)
                        .mapToLong(Part::minor)
                        .sum();
        long money =
                ofLine(line).stream()
                        .filter(each -> each.kind() == Kind.CASH || each.kind() == Kind.ACCOUNT)
                        .mapToLong(Part::minor)
                        .sum();
        return money + (principal + gift == 0 ? card : card * principal / (principal + gift));
    }

    private static long[] split(long amount, long[] weights) {
        return amount == 0 ? new long[weights.length] : Allocation.byWeights(amount, weights);
    }

    private static void add(List<Part> parts, int line, Kind kind, long amount, long minor) {
        if (minor > 0) {
            parts.add(new Part(line, kind, amount, minor, 0, 0));
        }
    }
}
