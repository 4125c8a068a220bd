package dev.waystation.platform.members.referral.model;

/**
 * What two members can share. Strangers share a network or a place all the time (a waiting hall),
 * so those tell something only among the people of one inviter.
 */
public enum Signal {
    DEVICE(false),
    DOCUMENT(false),
    INSTRUMENT(false),
    NETWORK(true),
    PLACE(true);

    private final boolean near;

    Signal(boolean near) {
        this.near = near;
    }

    /** Whether it counts among the people of one inviter only. */
    public boolean near() {
        return near;
    }
}
