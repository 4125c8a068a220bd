package dev.waystation.platform.members.loyalty;

import java.time.Instant;
import java.util.List;

/** The door of loyalty: who is in which tier, now and at any instant. */
public interface Tiers {

    Tier current(long memberId);

    /** The tier at an instant; a tier is an interval of time, never a status. */
    Tier at(long memberId, Instant instant);

    /** All tiers from the lowest to the highest. */
    List<Tier> all();
}
