package dev.waystation.platform.engagement.journey.store;

import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A journey as kept: its draft and which version of it, if any, is live. */
public record DefinitionRow(
        long journeyId,
        String code,
        Said name,
        String state,
        int version,
        Content draft,
        Instant createdAt,
        @Nullable Instant publishedAt) {

    public boolean isLive() {
        return state.equals("published");
    }
}
