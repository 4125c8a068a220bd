package dev.waystation.platform.selling.awards.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.selling.awards.usecase.OpenWaves;
import dev.waystation.platform.selling.awards.usecase.ReturnSeats;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Waves open, and what nobody took returns, within a minute of its time. */
@Component
class EveryMinuteOpenAwardWaves implements Timer {

    private final OpenWaves openWaves;
    private final ReturnSeats returnSeats;

    EveryMinuteOpenAwardWaves(OpenWaves openWaves, ReturnSeats returnSeats) {
        this.openWaves = openWaves;
        this.returnSeats = returnSeats;
    }

    @Override
    public String name() {
        return "award-waves";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        returnSeats.handle();
        openWaves.handle();
    }
}
