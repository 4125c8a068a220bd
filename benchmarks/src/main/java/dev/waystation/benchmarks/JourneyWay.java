package dev.waystation.benchmarks;

import java.util.List;

/**
 * What became of a member: the nodes passed, what was done and when, and where it ended. Two ways
 * are compared as they print.
 */
record JourneyWay(List<String> path, List<String> done, String end) {}
