package dev.waystation.platform.members.wallet.usecase;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Lets a job run at full speed while it is alone and rest while members post: then it works a sixth
 * of the time, so that they keep nearly all of theirs.
 */
final class Pace {

    private static final int REST = 5;

    private final Traffic traffic;
    private final LongSupplier nanoTime;
    private long answered;
    private long since;

    Pace(Traffic traffic, LongSupplier nanoTime) {
        this.traffic = traffic;
        this.nanoTime = nanoTime;
        start();
    }

    /** A piece of work begins. */
    void start() {
        answered = traffic.answered();
        since = nanoTime.getAsLong();
    }

    /** The piece is done; {@code own} of what the lanes answered meanwhile was its own. */
    void done(int own) {
        boolean busy = traffic.answered() - answered - own > own / 20;
        if (busy) {
            LockSupport.parkNanos((nanoTime.getAsLong() - since) * REST);
        }
        start();
    }
}
