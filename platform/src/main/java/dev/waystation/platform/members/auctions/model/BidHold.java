package dev.waystation.platform.members.auctions.model;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A part of the points behind a bid. */
public record BidHold(int nth, long amount, long captured, State state) {

    public enum State {
        OPEN,
        FREED,
        RELEASED,
        CAPTURED,
        GIVEN_BACK
    }

    /** For references that must be the same whenever they are made again. */
    public static UUID reference(long auction, long member, int nth, String what) {
        return UUID.nameUUIDFromBytes(
                "auction %d member %d hold %d %s"
                        .formatted(auction, member, nth, what)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
