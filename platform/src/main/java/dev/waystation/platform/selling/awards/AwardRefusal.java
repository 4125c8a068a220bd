package dev.waystation.platform.selling.awards;

/** Why points buy no seat, in the order in which the reasons are looked for. */
public enum AwardRefusal {
    /** No offer for this train, class and trip on that date. */
    AWARD_NOT_OFFERED,
    /** Departure is near: what nobody took is on general sale again. */
    AWARD_SEATS_WENT_BACK,
    /** The first wave is still to come. */
    AWARD_NOT_OPEN_YET,
    /** A wave is due, but release has not opened enough seats for it. */
    AWARD_WAITS_FOR_RELEASE,
    AWARD_SEATS_ARE_TAKEN,
    AWARD_LIMIT_IS_REACHED
}
