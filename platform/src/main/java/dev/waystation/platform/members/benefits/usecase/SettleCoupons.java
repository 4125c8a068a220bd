package dev.waystation.platform.members.benefits.usecase;

import dev.waystation.platform.members.benefits.Coupons;
import dev.waystation.platform.members.benefits.Reservation;
import dev.waystation.platform.members.benefits.ReserveOutcome;
import dev.waystation.platform.members.benefits.model.Redemption;
import dev.waystation.platform.members.benefits.store.RedemptionStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What becomes of coupons that were set aside: used, or back where they came from. */
@Service
class SettleCoupons implements Coupons {

    private final ReserveCoupons reserving;
    private final RedemptionStore redemptions;
    private final CouponReturns returns;

    SettleCoupons(ReserveCoupons reserving, RedemptionStore redemptions, CouponReturns returns) {
        this.reserving = reserving;
        this.redemptions = redemptions;
        this.returns = returns;
    }

    @Override
    @Transactional
    public ReserveOutcome reserve(Reservation reservation) {
        return reserving.handle(reservation);
    }

    @Override
    @Transactional(propagation = Propagation.NESTED)
    public boolean redeem(UUID orderRef) {
        for (Redemption each : redemptions.locked(orderRef)) {
            if (!returns.redeem(each)) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return false;
            }
        }
        return true;
    }

    @Override
    @Transactional
    public void giveBack(UUID orderRef, String cause) {
        redemptions.locked(orderRef).stream()
                .filter(Redemption::counts)
                .forEach(each -> returns.giveBack(each, cause));
    }

    @Override
    @Transactional
    public long returnLine(UUID orderRef, String line) {
        long off = 0;
        for (Redemption each : redemptions.locked(orderRef)) {
            off += returns.returnLine(each, line);
        }
        return off;
    }

    @Override
    public long savedMinor(long memberId, Instant since) {
        return redemptions.savedMinor(memberId, since);
    }

    @Override
    public Map<String, Long> discounts(UUID orderRef) {
        Map<String, Long> lines = new HashMap<>();
        for (Redemption each : redemptions.ofOrder(orderRef)) {
            each.lines().forEach((key, minor) -> lines.merge(key, minor, Long::sum));
        }
        return lines;
    }
}
