package dev.waystation.platform.members.benefits.model;

import java.util.Set;

/** Where an order of the reward mall stands; every step not named here is refused. */
public enum RewardState {
    REQUESTED,
    HELD,
    CONFIRMED,
    FULFILLED,
    CANCELLED,
    EXPIRED,
    REVERSED;

    /** Where it can go from here. */
    public Set<RewardState> next() {
        return switch (this) {
            case REQUESTED -> Set.of(HELD, CANCELLED, EXPIRED);
            case HELD -> Set.of(CONFIRMED, CANCELLED, EXPIRED);
            case CONFIRMED -> Set.of(FULFILLED, REVERSED);
            case FULFILLED -> Set.of(REVERSED);
            case CANCELLED, EXPIRED, REVERSED -> Set.of();
        };
    }
}
