package dev.waystation.platform.members.accounts;

import java.util.List;

/** Fills a demo world with an enterprise whose employees may book on account. */
public interface SeedAccounts {

    /** Opens it for these members; again it changes nothing. */
    void seed(List<Long> members);
}
