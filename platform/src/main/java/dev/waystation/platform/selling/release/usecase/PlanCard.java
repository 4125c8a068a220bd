package dev.waystation.platform.selling.release.usecase;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.release.model.Plan;
import dev.waystation.platform.selling.release.model.PlanSketch;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A plan as the screens show it. */
public record PlanCard(
        String id,
        Said name,
        String trainCode,
        @JsonProperty("class") String seatClass,
        int version,
        String state,
        List<PlanSketch.Bucket> buckets,
        List<PlanSketch.Cap> caps,
        List<PlanSketch.Batch> batches,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy) {

    public static PlanCard of(Plan plan) {
        PlanSketch sketch = plan.sketch();
        return new PlanCard(
                PublicId.encode("pln", plan.id()),
                sketch.name(),
                plan.trainCode(),
                plan.seatClass(),
                plan.version(),
                plan.state().name().toLowerCase(Locale.ROOT),
                sketch.buckets(),
                sketch.caps(),
                sketch.batches(),
                plan.publishedAt(),
                plan.publishedAt() == null ? null : plan.author());
    }
}
