package dev.waystation.platform.selling.release.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.selling.release.usecase.ApplyDueBatches;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Batches open within a minute of their time. */
@Component
class EveryMinuteApplyBatches implements Timer {

    private final ApplyDueBatches applyDueBatches;

    EveryMinuteApplyBatches(ApplyDueBatches applyDueBatches) {
        this.applyDueBatches = applyDueBatches;
    }

    @Override
    public String name() {
        return "release-apply-batches";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        applyDueBatches.handle();
    }
}
