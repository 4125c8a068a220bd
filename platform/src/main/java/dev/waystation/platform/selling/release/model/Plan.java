package dev.waystation.platform.selling.release.model;

import dev.waystation.release.ReleasePlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of the plan for one train and class. */
public record Plan(
        long id,
        String trainCode,
        String seatClass,
        int version,
        PlanState state,
        PlanSketch sketch,
        String author,
        @Nullable Instant publishedAt) {

    /** The plan as the engine knows it; its name and version go into explanations. */
    public ReleasePlan engine() {
        return SketchReader.read(sketch, sketch.name().en() + " v" + version);
    }
}
