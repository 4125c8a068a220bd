package dev.waystation.platform.engagement.messaging;

/** Why the send gate said no, in the order in which it asks. */
public enum WithheldReason {
    UNKNOWN_MEMBER,
    TEMPLATE_IS_NOT_PUBLISHED,
    VALUE_IS_MISSING,
    NO_CONSENT,
    OPTED_OUT,
    NO_ADDRESS,
    SUPPRESSED,
    STALE,
    /** In quiet hours, and the rules say not to wait, or not so long. */
    QUIET_HOURS,
    FREQUENCY_CAP,
    /** Taken back by what wanted it: its journey ended before it left. */
    RECALLED
}
