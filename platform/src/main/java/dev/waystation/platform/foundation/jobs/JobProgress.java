package dev.waystation.platform.foundation.jobs;

/** How a running job tells the world where it is. */
public interface JobProgress {

    /** How many units there are in all, as soon as that is known. */
    void total(long units);

    /** How many units are done so far; written at most a few times per second. */
    void done(long units);

    /** Whether somebody asked to stop; the work then ends where nothing is left half-done. */
    boolean cancelled();

    /** Marks the job as ended with a part only, for work that could not do all of it. */
    void partial();

    long jobId();
}
