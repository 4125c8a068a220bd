package dev.waystation.platform.foundation.jobs;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A kind of long work. A bean per kind; the parameters are all it needs to run again. */
public interface JobWork {

    /** Names the kind in the job table; never changes. */
    String kind();

    /**
     * Whether the work may run again after a restart: from where {@link JobProgress#mark} stands,
     * or from the start when it keeps no mark.
     */
    default boolean restartable() {
        return false;
    }

    /**
     * Does the work. Commits its own effects, reports progress, and asks {@link
     * JobProgress#cancelled()} often enough. What it returns is stored as the job's result.
     */
    @Nullable Object run(JsonNode parameters, JobProgress progress) throws Exception;
}
