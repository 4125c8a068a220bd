package dev.waystation.platform.engagement.experiment.store;

import dev.waystation.platform.engagement.experiment.model.Design;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A trial as kept. */
public record TrialRow(
        String key,
        Said name,
        String state,
        int phase,
        Design design,
        @Nullable Instant beganAt,
        @Nullable Instant stoppedAt) {

    public boolean isRunning() {
        return state.equals("running");
    }
}
