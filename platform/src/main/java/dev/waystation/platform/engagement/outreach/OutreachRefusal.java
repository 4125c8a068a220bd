package dev.waystation.platform.engagement.outreach;

/** Why nothing changed. */
public enum OutreachRefusal {
    WECOM_NOT_CONNECTED,
    TASK_NOT_FOUND,
    SEGMENT_NOT_FOUND,
    TASK_HAS_ENDED,
    MOMENTS_HAVE_NO_REMINDER,
    REMINDED_THREE_TIMES,
    NOBODY_LEFT_TO_REACH,
    MORE_THAN_2000_GROUPS,
    TAG_IS_MATCHED_ALREADY,
    TAG_IS_NOT_MATCHED
}
