package dev.waystation.platform.members.auctions.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.auctions.usecase.CloseAuction;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Closes auctions whose time is over. */
@Component
class EveryFewSecondsCloseAuctions implements Timer {

    private final CloseAuction close;

    EveryFewSecondsCloseAuctions(CloseAuction close) {
        this.close = close;
    }

    @Override
    public String name() {
        return "auctions.close";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run(Instant now) {
        close.allDue(now);
    }
}
