package dev.waystation.platform.members.membership;

/** The door for a no that a member gave elsewhere: an answer to a message, a link in a mail. */
public interface Withdrawals {

    /** In the transaction of the caller; a consent that was not given stays as it is. */
    void withdraw(long memberId, String channel, String purpose, String source);
}
