package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.members.benefits.CouponRefusal;
import dev.waystation.platform.members.benefits.model.Campaign;
import dev.waystation.platform.members.benefits.model.Redemption;
import dev.waystation.platform.members.benefits.store.CouponLimitStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes from the limits of a campaign, the member's first and the shared ones last: what many wait
 * for is held shortest.
 */
@Component
class TakeLimits {

    private final CouponLimitStore limits;
    private final Clock clock;

    TakeLimits(CouponLimitStore limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** What was taken, or the limit that is reached; then the caller undoes the rest. */
    sealed interface Result {
        record Took(Redemption.Taken taken) implements Result {}

        record Reached(CouponRefusal code) implements Result {}
    }

    Result take(Campaign campaign, long memberId) {
        Campaign.Limits limit = campaign.limits();
        if (limit.perMember() != null
                && !limits.takeForMember(memberId, campaign.id(), limit.perMember())) {
            return new Result.Reached(CouponRefusal.COUPON_MEMBER_LIMIT_IS_REACHED);
        }
        LocalDate today = limit.perDay() == null ? null : LocalDate.now(clock);
        @Nullable Integer daySlot = null;
        if (limit.perDay() != null && today != null) {
            limits.open(campaign.id(), today, limit.perDay());
            Optional<Integer> slot = limits.take(campaign.id(), today, start(memberId));
            if (slot.isEmpty()) {
                return new Result.Reached(CouponRefusal.COUPON_DAY_LIMIT_IS_REACHED);
            }
            daySlot = slot.get();
        }
        @Nullable Integer totalSlot = null;
        if (limit.total() != null) {
            Optional<Integer> slot =
                    limits.take(campaign.id(), CouponLimitStore.ALL_DAYS, start(memberId));
            if (slot.isEmpty()) {
                return new Result.Reached(CouponRefusal.COUPON_LIMIT_IS_REACHED);
            }
            totalSlot = slot.get();
        }
        return new Result.Took(new Redemption.Taken(totalSlot, today, daySlot));
    }

    void giveBack(Campaign campaign, long memberId, Redemption.Taken taken) {
        if (campaign.limits().perMember() != null) {
            limits.giveBackForMember(memberId, campaign.id());
        }
        if (taken.day() != null && taken.daySlot() != null) {
            limits.giveBack(campaign.id(), taken.day(), taken.daySlot());
        }
        if (taken.totalSlot() != null) {
            limits.giveBack(campaign.id(), CouponLimitStore.ALL_DAYS, taken.totalSlot());
        }
    }

    private static int start(long memberId) {
        return (int) (memberId & 7);
    }
}
