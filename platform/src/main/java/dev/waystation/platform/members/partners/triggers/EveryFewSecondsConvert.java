package dev.waystation.platform.members.partners.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.partners.usecase.CarryOutConversions;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Carries conversions on. */
@Component
class EveryFewSecondsConvert implements Timer {

    private final CarryOutConversions carryOut;

    EveryFewSecondsConvert(CarryOutConversions carryOut) {
        this.carryOut = carryOut;
    }

    @Override
    public String name() {
        return "partners.convert";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run(Instant now) {
        carryOut.run();
    }
}
