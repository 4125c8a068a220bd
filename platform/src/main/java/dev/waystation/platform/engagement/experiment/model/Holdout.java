package dev.waystation.platform.engagement.experiment.model;

import dev.waystation.statistics.Bucketing;
import java.util.OptionalDouble;

/**
 * Members no trial ever touches, so that all trials together can be judged too. Asked before any
 * trial is.
 */
public record Holdout(double share) {

    private static final String SEED = "global-holdout";

    public boolean holds(String unit) {
        OptionalDouble point = Bucketing.point(SEED, unit, Bucketing.CURRENT_VERSION);
        return point.orElse(1) < share;
    }
}
