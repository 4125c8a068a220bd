package dev.waystation.platform.selling.inventory.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.selling.inventory.usecase.ForgetDepartedRuns;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Yesterday's trains do not stay in memory. Forgetting twice forgets once. */
@Component
class EveryTenMinutesForgetDepartedRuns implements Timer {

    private final ForgetDepartedRuns forgetDepartedRuns;

    EveryTenMinutesForgetDepartedRuns(ForgetDepartedRuns forgetDepartedRuns) {
        this.forgetDepartedRuns = forgetDepartedRuns;
    }

    @Override
    public String name() {
        return "inventory-forget-departed-runs";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run(Instant now) {
        forgetDepartedRuns.handle(now);
    }
}
