package dev.waystation.platform.members.wallet.model;

import dev.waystation.ledger.ExpiryPolicy;
import dev.waystation.ledger.Lapsed;
import dev.waystation.ledger.LotKey;
import dev.waystation.ledger.TakeBack;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a programme decided about a currency.
 *
 * @param idleMonths after so many months without a movement everything ends; 0 for never
 * @param lapsedReturn GRACE, FORFEIT or FULL: what comes back of a spend whose lot has lapsed
 * @param reinstateDays how long an expiry can be put back
 * @param noticeDays how many days before the last day the owner is told
 */
public record CurrencyRules(
        String code,
        ExpiryPolicy policy,
        String funding,
        int idleMonths,
        TakeBack takeBack,
        String lapsedReturn,
        int lapsedDays,
        int reinstateDays,
        List<Integer> noticeDays) {

    public CurrencyRules {
        noticeDays = List.copyOf(noticeDays);
    }

    /** Last usable day of value that posts on a day. */
    public LocalDate lastDay(LocalDate posted) {
        return policy.lastDay(posted);
    }

    /** Until when an account counts as in use that was used on a day. */
    public int activeUntil(LocalDate used) {
        return idleMonths == 0
                ? LotKey.NEVER
                : Math.toIntExact(used.plusMonths(idleMonths).toEpochDay());
    }

    public Lapsed lapsed(LocalDate today) {
        return switch (lapsedReturn) {
            case "FORFEIT" -> new Lapsed.Forfeit();
            case "FULL" -> new Lapsed.UsableUntil(day(lastDay(today)));
            default -> new Lapsed.UsableUntil(day(today.plusDays(lapsedDays)));
        };
    }

    /** The mode for a member whose tier has its own limit on debt. */
    public TakeBack takeBack(@Nullable Long debtLimit) {
        return takeBack instanceof TakeBack.DebtUpTo && debtLimit != null
                ? new TakeBack.DebtUpTo(debtLimit)
                : takeBack;
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
