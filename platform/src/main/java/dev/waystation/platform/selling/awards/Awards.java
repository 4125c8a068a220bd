package dev.waystation.platform.selling.awards;

import java.util.UUID;

/** The door of award seats: orders take them and give them up. */
public interface Awards {

    /** Takes a seat of an open wave, in the caller's transaction. */
    AwardOutcome take(AwardWish wish);

    /**
     * The order came to nothing. Its seat goes to general sale with the order's hold, not back into
     * the wave; the member may take another.
     */
    void giveUp(UUID orderRef);
}
