package dev.waystation.platform.operators.access;

/** One-time codes that prove a phone is in somebody's hand. */
public interface PhoneCodes {

    /** What came of asking for a code. */
    enum Sent {
        SENT,
        TOO_MANY
    }

    /** What came of typing one. */
    enum Checked {
        RIGHT,
        WRONG_OR_EXPIRED,
        LOCKED
    }

    Sent send(PhoneNumber phone);

    /** A right code is used up by this; wrong ones are counted and lock the phone for a while. */
    Checked check(PhoneNumber phone, String code);
}
