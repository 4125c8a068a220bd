package dev.waystation.lane;

/**
 * What the lane did so far.
 *
 * @param answered commands whose answer followed a commit
 * @param batches commits that held
 * @param refused commands turned away because the queue was full
 * @param failed commands answered with an exception
 * @param fenced times another writer was found on the stream
 * @param waiting commands in the queue now
 */
public record LaneFigures(
        long answered, long batches, long refused, long failed, long fenced, int waiting) {}
