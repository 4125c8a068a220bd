package dev.waystation.platform.members.accounts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * What orders say an account paid of them, by their public ids: the amount less what came back.
 * Whoever keeps orders answers, statements compare.
 */
public interface OrdersOnAccount {

    /** Of orders that the journal names; one the account did not pay is missing. */
    Map<String, Long> net(long accountId, Collection<String> orders);

    /** Of all orders on the account that were placed in a month, whatever the journal says. */
    Map<String, Long> netOf(long accountId, LocalDate month);
}
