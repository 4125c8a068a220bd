package dev.waystation.platform.members.wallet;

import java.time.LocalDate;
import java.util.List;

/**
 * An account in numbers.
 *
 * @param spendable what can be spent today; lapsed lots do not count, posted or not
 * @param held promised to open holds
 * @param pending earned, but waiting for a time or an action
 * @param debt owed; the next credits repay it
 * @param expired everything that ever ended unused and was not put back
 * @param credited everything ever credited
 * @param expiring what is spendable now, by last day, soonest first
 */
public record Balance(
        long memberId,
        String currency,
        long spendable,
        long held,
        long pending,
        long debt,
        long expired,
        long credited,
        List<Expiring> expiring) {

    /** Points that can be used up to a day. */
    public record Expiring(LocalDate lastDay, long amount) {}

    public Balance {
        expiring = List.copyOf(expiring);
    }
}
