package dev.waystation.platform.members.wallet;

import java.util.List;

/** Fills the books of a demo world; only for members nobody posted to before. */
public interface SeedWallet {

    /** Credits in the past, with the expiry of what has lapsed since; the books balance after. */
    void seed(List<PastCredit> credits);
}
