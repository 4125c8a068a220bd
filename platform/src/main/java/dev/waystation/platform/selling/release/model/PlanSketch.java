package dev.waystation.platform.selling.release.model;

import dev.waystation.platform.foundation.edge.Said;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as people write it and as it is kept: buckets in order of rank, caps, batches in order of
 * time. {@link SketchReader} turns it into the plan the engine decides by.
 */
public record PlanSketch(Said name, List<Bucket> buckets, List<Cap> caps, List<Batch> batches) {

    public PlanSketch {
        buckets = List.copyOf(buckets);
        caps = caps == null ? List.of() : List.copyOf(caps);
        batches = List.copyOf(batches);
    }

    /**
     * @param trips any, through, first-leg, 2-5, km&gt;=300 or km&lt;300
     * @param group a passenger group; null for all
     * @param channel a sales channel; null for all
     * @param nested whether members may also use the buckets further down; true unless said
     * @param fromCall first call of the legs on which the bucket holds seats; null for the first
     * @param toCall last call of those legs; null for the last
     */
    public record Bucket(
            String key,
            @Nullable Said name,
            String trips,
            @Nullable String group,
            @Nullable String channel,
            @Nullable Boolean nested,
            @Nullable Integer fromCall,
            @Nullable Integer toCall) {}

    public record Cap(
            String key,
            @Nullable Said name,
            String trips,
            @Nullable String group,
            @Nullable String channel,
            int seats) {}

    /**
     * One of: {@code daysBefore} with {@code at} (08:00), {@code minutesBefore}, {@code instant},
     * {@code soldShare} (0.8).
     */
    public record Batch(
            String key,
            @Nullable Said name,
            @Nullable Integer daysBefore,
            @Nullable String at,
            @Nullable Integer minutesBefore,
            @Nullable String instant,
            @Nullable BigDecimal soldShare,
            List<Step> steps) {
        public Batch {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Moves seats; neither {@code seats} nor {@code share} means all there are.
     *
     * @param from the bucket that gives; null for seats not released yet
     */
    public record Step(
            @Nullable String from,
            String to,
            @Nullable Integer seats,
            @Nullable BigDecimal share) {}
}
