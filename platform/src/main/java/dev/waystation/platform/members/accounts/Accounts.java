package dev.waystation.platform.members.accounts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The door of enterprise accounts. Both steps join the caller's transaction, so a charge stands
 * exactly if the order that made it does.
 */
public interface Accounts {

    /** The accounts a member may book on now. */
    List<AccountOffer> ofMember(long memberId);

    /** The name of an account; empty where there is none. */
    Optional<String> name(long accountId);

    /** Books an order on account; the same reference is charged once. */
    ChargeOutcome charge(AccountCharge charge);

    /**
     * Part of a charge comes back; the same reference once. The employee's limit of the month of
     * the charge is given back, the entry stands in the month of today.
     *
     * @param charge the reference of the charge
     */
    void credit(UUID reference, long accountId, UUID charge, long minor, String note);
}
