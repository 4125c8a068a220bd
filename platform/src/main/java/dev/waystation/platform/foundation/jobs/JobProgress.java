package dev.waystation.platform.foundation.jobs;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How a running job tells the world where it is. */
public interface JobProgress {

    /** How many units there are in all, as soon as that is known. */
    void total(long units);

    /** How many units are done so far; written at most a few times per second. */
    void done(long units);

    /**
     * Where an earlier run of this job stood when its process ended: what {@link #mark} kept last.
     * Empty on a first run.
     */
    Optional<JsonNode> mark();

    /**
     * Keeps where the work stands, for a run after a restart. Called inside the transaction of the
     * effect, last, the mark and the effect are there together or not at all.
     *
     * @param where anything that becomes JSON
     * @param done units done so far, the effect included
     */
    void mark(Object where, long done);

    /** Whether somebody asked to stop; the work then ends where nothing is left half-done. */
    boolean cancelled();

    /** Marks the job as ended with a part only, for work that could not do all of it. */
    void partial();

    long jobId();
}
