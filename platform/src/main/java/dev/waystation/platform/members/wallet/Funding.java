package dev.waystation.platform.members.wallet;

import java.time.Instant;
import java.util.List;

/** Who pays for points: what happened to the lots of one funder. */
public interface Funding {

    /**
     * What happens to points that somebody funds; sent to another member, they are still theirs.
     */
    enum What {
        ISSUED,
        REDEEMED,
        RETURNED,
        EXPIRED,
        REVERSED
    }

    /**
     * Points of one kind of happening; always positive.
     *
     * @param points how many
     */
    record Movement(What what, long points) {}

    /** By the lots that entries touched, of entries posted from an instant up to another. */
    List<Movement> movements(String funder, String currency, Instant from, Instant to);
}
