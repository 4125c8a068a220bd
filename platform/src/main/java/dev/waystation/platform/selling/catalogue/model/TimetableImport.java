package dev.waystation.platform.selling.catalogue.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file somebody uploaded.
 *
 * @param summary JSON, null until the import ended
 */
public record TimetableImport(
        long importId,
        String fileName,
        String state,
        @Nullable String summary,
        Instant createdAt) {}
