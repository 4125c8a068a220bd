package dev.waystation.release;

import java.util.List;

/** Steps taken together when their trigger is due; applied once for a run. */
public record Batch(String code, Trigger trigger, List<Step> steps) {

    public Batch {
        steps = List.copyOf(steps);
        if (code.isBlank()) {
            throw new IllegalArgumentException("a batch has a code");
        }
    }
}
