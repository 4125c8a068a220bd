package dev.waystation.platform.engagement.messaging;

/** Why the list of those nothing is written to stays as it is. */
public enum MessagingRefusal {
    MEMBER_TO_KEEP_OUT_IS_UNKNOWN,
    ALREADY_KEPT_OUT,
    NOT_KEPT_OUT
}
