package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.jobs.EachAlone;
import dev.waystation.platform.foundation.jobs.Turn;
import dev.waystation.platform.members.benefits.Coupons;
import dev.waystation.platform.members.benefits.store.RedemptionStore;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Gives back what was set aside and never paid, an order at a time; also forgets old guesses. */
@Service
public class FreeCoupons {

    private final RedemptionStore redemptions;
    private final Coupons coupons;
    private final Guesses guesses;

    FreeCoupons(RedemptionStore redemptions, Coupons coupons, Guesses guesses) {
        this.redemptions = redemptions;
        this.coupons = coupons;
        this.guesses = guesses;
    }

    public void handle(Instant now) {
        guesses.forget();
        EachAlone.pages(
                Turn.firstReference(),
                after -> redemptions.overdue(now, after),
                order -> coupons.giveBack(order, "cart_left"));
    }
}
