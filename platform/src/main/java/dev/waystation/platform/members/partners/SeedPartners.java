package dev.waystation.platform.members.partners;

import java.util.List;

/** Fills a demo world with partners, a file of each, and a month with one difference. */
public interface SeedPartners {

    /** Converts for these members; again it changes nothing. */
    void seed(List<Long> members);
}
