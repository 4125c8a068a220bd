package dev.waystation.platform.selling.inventory.model;

import dev.waystation.platform.selling.inventory.SeatLabel;
import dev.waystation.release.Finding;
import dev.waystation.release.LimitSet;
import dev.waystation.release.Product;
import dev.waystation.release.Quotas;
import dev.waystation.release.Route;
import dev.waystation.seating.SaleOutcome;
import dev.waystation.seating.SeatChange;
import dev.waystation.seating.TrainSeats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seats and quotas of one class on one run, changed together or not at all. */
final class ClassSeats {

    private final RunLayout.ClassLayout layout;
    private final TrainSeats seats;
    private final Quotas quotas;
    private final int[] soldPairs;
    private final int[] heldPairs;

    ClassSeats(Route route, RunLayout.ClassLayout layout) {
        this.layout = layout;
        this.seats = new TrainSeats(route.callCount(), layout.layout());
        this.quotas = new Quotas(route, seats.seats(), LimitSet.everything(seats.seats()));
        this.soldPairs = new int[route.callCount() * route.callCount()];
        this.heldPairs = new int[route.callCount() * route.callCount()];
    }

    /** The passenger the quotas have no seat for, after those before got theirs; null if none. */
    @Nullable Finding refusal(Claim wish) {
        int passenger = 0;
        Finding refusal = null;
        while (passenger < wish.groups().size() && refusal == null) {
            Product product = wish.product(passenger);
            if (quotas.allowance(product) < 1) {
                refusal = quotas.explain(product, seats.free(wish.fromCall(), wish.toCall()));
            } else {
                quotas.take(product, 1);
                passenger++;
            }
        }
        while (--passenger >= 0) {
            quotas.giveBack(wish.product(passenger), 1);
        }
        return refusal;
    }

    int free(int fromCall, int toCall) {
        return seats.free(fromCall, toCall);
    }

    Finding explain(Product product) {
        return quotas.explain(product, seats.free(product.fromCall(), product.toCall()));
    }

    /** Seats for a party by best fit; null when fewer are free than passengers. */
    @Nullable Claim sell(Claim wish) {
        return switch (seats.sell(wish.fromCall(), wish.toCall(), wish.groups().size())) {
            case SaleOutcome.Sold sold -> {
                Claim claim = wish.seatedAt(sold.seats());
                count(claim, 1);
                yield claim;
            }
            case SaleOutcome.Refused _ -> null;
        };
    }

    boolean allFree(Claim claim) {
        return claim.seats().stream()
                .allMatch(seat -> seats.isFree(seat, claim.fromCall(), claim.toCall()));
    }

    /** Takes exactly the seats of the claim: a replay, or a late payer's own seats. */
    void take(Claim claim) {
        for (int seat : claim.seats()) {
            if (seats.sellSeat(seat, claim.fromCall(), claim.toCall())
                    instanceof SaleOutcome.Refused refused) {
                throw new IllegalStateException(
                        "seat %d of %s cannot be taken: %s".formatted(seat, claim, refused));
            }
        }
        count(claim, 1);
    }

    void giveBack(Claim claim) {
        for (int seat : claim.seats()) {
            if (seats.free(seat, claim.fromCall(), claim.toCall())
                    instanceof SeatChange.Unchanged unchanged) {
                throw new IllegalStateException(
                        "seat %d of %s cannot be freed: %s".formatted(seat, claim, unchanged));
            }
        }
        count(claim, -1);
    }

    /** Moves a claim from waiting for payment to sold. */
    void settle(Claim claim) {
        heldPairs[pair(claim)] -= claim.seatCount();
        soldPairs[pair(claim)] += claim.seatCount();
    }

    void apply(LimitSet limits) {
        quotas.apply(limits);
    }

    List<SeatLabel> labels(Claim claim) {
        return claim.seats().stream().map(layout.labels()::get).toList();
    }

    boolean countsAreExact() {
        return seats.countsAreExact();
    }

    long digest() {
        return 31 * seats.digest() + quotas.sold().hashCode();
    }

    ClassView view() {
        return new ClassView(
                seats.calls(),
                seats.seats(),
                seats.freeForAllPairs(),
                soldPairs.clone(),
                heldPairs.clone(),
                quotas.copy());
    }

    private void count(Claim claim, int sign) {
        for (int passenger = 0; passenger < claim.groups().size(); passenger++) {
            if (sign > 0) {
                quotas.take(claim.product(passenger), 1);
            } else {
                quotas.giveBack(claim.product(passenger), 1);
            }
        }
        int[] pairs = claim.state() == ClaimState.CONFIRMED ? soldPairs : heldPairs;
        pairs[pair(claim)] += sign * claim.seatCount();
    }

    private int pair(Claim claim) {
        return claim.fromCall() * seats.calls() + claim.toCall();
    }
}
