package dev.waystation.platform.members.wallet;

import java.util.List;

/** Fills the counters of a demo world, so that no queue is empty. */
public interface SeedDesk {

    /** Claims and adjustments that wait, and cards with value, of the first of these members. */
    void seed(List<Long> members);
}
