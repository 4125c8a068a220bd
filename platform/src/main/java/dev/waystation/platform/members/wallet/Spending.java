package dev.waystation.platform.members.wallet;

/** The door to when points and stored value pay for something. */
public interface Spending {

    /** The rule in force. */
    SpendRule rule();

    /**
     * Whether a member may use points now: who never did needs the first-use amount, who did once
     * may go on.
     */
    boolean mayUsePoints(long memberId);

    /** What lies on the member's own active card, principal and gift, in minor units. */
    long storedValue(long memberId);
}
