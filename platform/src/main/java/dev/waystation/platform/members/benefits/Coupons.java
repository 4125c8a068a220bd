package dev.waystation.platform.members.benefits;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The door for orders. Everything joins the caller's transaction, so a coupon is used exactly when
 * the order is, and every call may be repeated.
 */
public interface Coupons {

    /** Prices the cart with all these coupons and sets them aside, or says which one can't be. */
    ReserveOutcome reserve(Reservation reservation);

    /**
     * The order was paid: what was set aside is used. Coupons that were given back meanwhile are
     * taken again if they are still there.
     *
     * @return false when they are not; then the price the order had is no longer owed
     */
    boolean redeem(UUID orderRef);

    /** The order is off, paid or not: all its coupons and values come back, once. */
    void giveBack(UUID orderRef, String cause);

    /**
     * One line of a paid order is refunded. Its discount is the stored one, value on codes comes
     * back at once, coupons when the last line that used them is refunded.
     *
     * @return what had been taken off this line; 0 when it was returned before
     */
    long returnLine(UUID orderRef, String line);

    /** What coupons took off a member's paid orders since an instant, less what was returned. */
    long savedMinor(long memberId, Instant since);

    /** What comes off each line of an order, by key; empty for orders without coupons. */
    Map<String, Long> discounts(UUID orderRef);
}
