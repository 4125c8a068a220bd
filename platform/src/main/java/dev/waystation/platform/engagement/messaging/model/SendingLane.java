package dev.waystation.platform.engagement.messaging.model;

import dev.waystation.platform.engagement.messaging.LaneLimits;
import java.time.Duration;
import java.time.Instant;

/**
 * The way to one account of a vendor: a bound on open calls, a bucket of tokens, and a breaker.
 * Every account has its own, so that one which is dead holds up nobody but its own messages.
 */
public final class SendingLane {

    private final LaneLimits limits;
    private int open;
    private int unanswered;
    private double tokens;
    private Instant counted = Instant.MIN;
    private Instant restsUntil = Instant.MIN;

    public SendingLane(LaneLimits limits) {
        this.limits = limits;
        this.tokens = limits.perSecond();
    }

    /** Takes a place for one call; whoever gets it must {@link #leave}. */
    public synchronized boolean enter(Instant now) {
        if (room(now) == 0) {
            return false;
        }
        open++;
        tokens--;
        return true;
    }

    /** Ends a call. Only a vendor that gave no answer counts against the lane. */
    public synchronized void leave(Instant now, boolean answered) {
        open--;
        unanswered = answered ? 0 : unanswered + 1;
        if (unanswered >= limits.failures()) {
            restsUntil = now.plus(limits.rest());
        }
    }

    /** How many calls could begin now; after a rest only one, until it is answered. */
    public synchronized int room(Instant now) {
        if (isResting(now)) {
            return 0;
        }
        refill(now);
        int places = (unanswered >= limits.failures() ? 1 : limits.atOnce()) - open;
        return Math.max(0, Math.min(places, (int) tokens));
    }

    public synchronized boolean isResting(Instant now) {
        return now.isBefore(restsUntil);
    }

    /** How long whoever found no place had better wait. */
    public synchronized Duration patience(Instant now) {
        return isResting(now) ? Duration.between(now, restsUntil) : Duration.ofSeconds(1);
    }

    public LaneLimits limits() {
        return limits;
    }

    private void refill(Instant now) {
        if (now.isAfter(counted)) {
            double seconds =
                    counted.equals(Instant.MIN)
                            ? 1
                            : Math.min(1, Duration.between(counted, now).toNanos() / 1e9);
            tokens = Math.min(limits.perSecond(), tokens + seconds * limits.perSecond());
            counted = now;
        }
    }
}
