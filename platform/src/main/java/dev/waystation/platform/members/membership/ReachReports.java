package dev.waystation.platform.members.membership;

/**
 * The door for whoever keeps addresses of members that membership does not know: devices, openids.
 */
public interface ReachReports {

    /**
     * Says that a channel finds the member from now on, or finds them no more; in the transaction
     * of the caller. Only what changed is worth telling.
     */
    void changed(long memberId, String channel, boolean found);
}
