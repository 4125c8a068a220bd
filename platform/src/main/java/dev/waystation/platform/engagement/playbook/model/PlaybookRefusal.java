package dev.waystation.platform.engagement.playbook.model;

/** Why a playbook was not launched or stopped. */
public enum PlaybookRefusal {
    UNKNOWN_PLAYBOOK,
    UNKNOWN_LAUNCH,
    UNKNOWN_SEGMENT,
    PLAYBOOK_DOES_NOT_FIT
}
