package dev.waystation.platform.members.wallet.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.wallet.usecase.CarryOut;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Finishes movements over several accounts that a crash interrupted. */
@Component
class EveryMinuteFinishJointMoves implements Timer {

    private final CarryOut carryOut;

    EveryMinuteFinishJointMoves(CarryOut carryOut) {
        this.carryOut = carryOut;
    }

    @Override
    public String name() {
        return "wallet.finish-joint-moves";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        carryOut.finish();
    }
}
