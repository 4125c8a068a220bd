package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.members.benefits.Coupons;
import dev.waystation.platform.members.benefits.store.RedemptionStore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Gives back what was set aside and never paid, an order at a time; also forgets old guesses. */
@Service
public class FreeCoupons {

    private static final int BATCH = 200;

    private final RedemptionStore redemptions;
    private final Coupons coupons;
    private final Guesses guesses;

    FreeCoupons(RedemptionStore redemptions, Coupons coupons, Guesses guesses) {
        this.redemptions = redemptions;
        this.coupons = coupons;
        this.guesses = guesses;
    }

    public int handle(Instant now) {
        guesses.forget();
        int freed = 0;
        List<UUID> overdue = redemptions.overdue(now, BATCH);
        while (!overdue.isEmpty()) {
            overdue.forEach(order -> coupons.giveBack(order, "cart_left"));
            freed += overdue.size();
            overdue = redemptions.overdue(now, BATCH);
        }
        return freed;
    }
}
