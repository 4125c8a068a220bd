package dev.waystation.audience;

import java.util.List;

/**
 * A rule over frozen sets: counted chunk by chunk, so that what lies between two leaves never
 * leaves the processor's cache. Members are numbered from 0; a complement is taken against those
 * below {@code universe}.
 */
public sealed interface DenseRule {

    /** Members of one set. */
    record Leaf(DenseSet set) implements DenseRule {}

    /** Members of all. */
    record And(List<DenseRule> parts) implements DenseRule {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** Members of any. */
    record Or(List<DenseRule> parts) implements DenseRule {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** Everybody else. */
    record Not(DenseRule part) implements DenseRule {}

    /** How many of the members numbered below {@code universe} the rule selects. */
    static long count(DenseRule rule, int universe) {
        DenseKernel kernel = DenseKernel.of(rule);
        long count = 0;
        int chunks = (universe + DenseSet.CHUNK - 1) / DenseSet.CHUNK;
        for (int chunk = 0; chunk < chunks; chunk++) {
            int left = Math.min(DenseSet.CHUNK, universe - chunk * DenseSet.CHUNK);
            count += kernel.count(chunk, left);
        }
        return count;
    }
}
