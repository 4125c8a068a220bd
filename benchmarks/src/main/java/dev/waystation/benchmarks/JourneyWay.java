package dev.waystation.benchmarks;

import java.time.Instant;
import java.util.List;

/**
 * What became of a member: the nodes passed, what was done and when, and where it ended. Two ways
 * are compared as they print.
 */
record JourneyWay(List<String> path, List<String> done, String end) {

    /** How it ended, when that was due and when it came about. */
    static String end(String how, Instant due, Instant done) {
        return "%s due %s done %s".formatted(how, due, done);
    }
}
