package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.members.benefits.CouponRefusal;
import dev.waystation.platform.members.benefits.Reservation;
import dev.waystation.platform.members.benefits.ReserveOutcome;
import dev.waystation.platform.members.benefits.model.Held;
import dev.waystation.platform.members.benefits.model.Priced;
import dev.waystation.platform.members.benefits.model.Redemption;
import dev.waystation.platform.members.benefits.store.CouponStore;
import dev.waystation.platform.members.benefits.store.RedemptionStore;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Sets coupons aside for an order: all of them at the price shown, or none. */
@Service
public class ReserveCoupons {

    private final PriceCart prices;
    private final TakeLimits limits;
    private final CouponStore coupons;
    private final RedemptionStore redemptions;
    private final Explanations explanations;
    private final Clock clock;

    ReserveCoupons(
            PriceCart prices,
            TakeLimits limits,
            CouponStore coupons,
            RedemptionStore redemptions,
            Explanations explanations,
            Clock clock) {
        this.prices = prices;
        this.limits = limits;
        this.coupons = coupons;
        this.redemptions = redemptions;
        this.explanations = explanations;
        this.clock = clock;
    }

    /**
     * A refusal undoes what it took, back to the savepoint, and leaves the caller's order alone.
     */
    @Transactional(propagation = Propagation.NESTED)
    public ReserveOutcome handle(Reservation wish) {
        List<Redemption> before = redemptions.ofOrder(wish.orderRef());
        if (!before.isEmpty()) {
            return repeated(before);
        }
        PriceCart.Answer answer =
                prices.handle(
                        Guesses.Person.member(wish.memberId()),
                        wish.cart(),
                        wish.coupons(),
                        wish.orderRef(),
                        null);
        Optional<ReserveOutcome> refused = refusal(answer);
        if (refused.isPresent()) {
            return refused.get();
        }
        String why = explanations.keep(wish.memberId(), answer.why());
        // The same order of rows for everybody: two orders never wait for each other.
        List<Priced.Applied> inOrder =
                answer.priced().applied().stream()
                        .sorted(
                                Comparator.comparingLong(
                                                (Priced.Applied each) -> each.offer().campaignId())
                                        .thenComparing(each -> each.offer().ref()))
                        .toList();
        int lineNo = 0;
        for (Priced.Applied applied : inOrder) {
            FindCoupon.Found.Usable found = found(answer, applied);
            Optional<CouponRefusal> gone = take(wish, ++lineNo, applied, found, why);
            if (gone.isPresent()) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return new ReserveOutcome.Refused(
                        gone.get(), applied.offer().ref(), Map.of(), answer.why());
            }
        }
        return new ReserveOutcome.Reserved(
                answer.priced().discountMinor(), perLine(inOrder), answer.why());
    }

    private Optional<CouponRefusal> take(
            Reservation wish,
            int lineNo,
            Priced.Applied applied,
            FindCoupon.Found.Usable found,
            String why) {
        if (!coupons.use(found.held(), applied.minor())) {
            return Optional.of(
                    coupons.inAnotherOrder(found.held(), wish.orderRef())
                            ? CouponRefusal.COUPON_IS_IN_ANOTHER_ORDER
                            : CouponRefusal.COUPON_ALREADY_USED);
        }
        return switch (limits.take(found.campaign(), wish.memberId())) {
            case TakeLimits.Result.Reached(CouponRefusal code) -> Optional.of(code);
            case TakeLimits.Result.Took(Redemption.Taken taken) -> {
                redemptions.reserve(
                        new Redemption(
                                wish.orderRef(),
                                lineNo,
                                wish.memberId(),
                                found.campaign().id(),
                                thing(found.held()),
                                Redemption.State.RESERVED,
                                applied.lines(),
                                Set.of(),
                                taken,
                                why),
                        clock.instant(),
                        wish.expiresAt());
                yield Optional.empty();
            }
        };
    }

    private static Optional<ReserveOutcome> refusal(PriceCart.Answer answer) {
        if (!answer.missing().isEmpty()) {
            PriceCart.Missing first = answer.missing().getFirst();
            return Optional.of(
                    new ReserveOutcome.Refused(
                            first.code(), first.ref(), first.values(), answer.why()));
        }
        if (!answer.priced().skipped().isEmpty()) {
            Priced.Skipped first = answer.priced().skipped().getFirst();
            return Optional.of(
                    new ReserveOutcome.Refused(
                            first.code(), first.offer().ref(), first.values(), answer.why()));
        }
        return Optional.empty();
    }

    private ReserveOutcome repeated(List<Redemption> before) {
        if (!before.stream().allMatch(Redemption::counts)) {
            return ReserveOutcome.Refused.of(CouponRefusal.ORDER_HAS_OTHER_COUPONS, "");
        }
        Explanation why =
                explanations.find(before.getFirst().explanationId()).orElseThrow().explanation();
        Map<String, Long> lines = new HashMap<>();
        before.forEach(
                each -> each.lines().forEach((key, minor) -> lines.merge(key, minor, Long::sum)));
        return new ReserveOutcome.Reserved(
                lines.values().stream().mapToLong(Long::longValue).sum(), lines, why);
    }

    private static FindCoupon.Found.Usable found(PriceCart.Answer answer, Priced.Applied applied) {
        return answer.found().stream()
                .filter(each -> each.offer().ref().equals(applied.offer().ref()))
                .findFirst()
                .orElseThrow();
    }

    private static Redemption.Thing thing(Held held) {
        return switch (held) {
            case Held.Code code -> new Redemption.Thing(code.hash(), null);
            case Held.Claimed claimed -> new Redemption.Thing(null, claimed.sequence());
        };
    }

    private static Map<String, Long> perLine(List<Priced.Applied> applied) {
        Map<String, Long> lines = new HashMap<>();
        applied.forEach(
                each -> each.lines().forEach((key, minor) -> lines.merge(key, minor, Long::sum)));
        return lines;
    }
}
