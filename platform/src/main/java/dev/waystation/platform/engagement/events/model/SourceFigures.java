package dev.waystation.platform.engagement.events.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source does.
 *
 * @param taken events since it exists
 * @param lastAt when the last was received
 * @param waiting messages in quarantine
 */
public record SourceFigures(long taken, @Nullable Instant lastAt, long waiting) {
    public static final SourceFigures NOTHING = new SourceFigures(0, null, 0);
}
