package dev.waystation.platform.members.benefits;

import java.util.List;

/** Packs that an enterprise of a demo world bought for its people. */
public interface SeedPacks {

    /** One of lounge visits, half handed out to these people, and one that ended. */
    void seed(long accountId, String buyer, List<Long> people);
}
