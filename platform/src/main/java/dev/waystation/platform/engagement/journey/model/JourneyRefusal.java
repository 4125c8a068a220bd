package dev.waystation.platform.engagement.journey.model;

/** Why something asked of a journey was refused. */
public enum JourneyRefusal {
    UNKNOWN_JOURNEY,
    JOURNEY_CODE_IS_TAKEN,
    JOURNEY_HAS_PROBLEMS,
    JOURNEY_IS_NOT_PUBLISHED,
    JOURNEY_IS_NOT_PAUSED,
    JOURNEY_NEEDS_APPROVAL,
    JOURNEY_LETS_NOBODY_IN,
    LIST_NEEDS_APPROVAL
}
