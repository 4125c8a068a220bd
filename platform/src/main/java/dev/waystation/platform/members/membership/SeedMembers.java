package dev.waystation.platform.members.membership;

import java.util.List;

/** Fills membership for a demo world. */
public interface SeedMembers {

    /**
     * Creates that many invented members who joined over the past 24 months; the same seed makes
     * the same people. Tells no facts: whoever builds on members reads {@link Members#profiles}.
     */
    List<SeededMember> seed(long seed, int count);
}
