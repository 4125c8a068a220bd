package dev.waystation.platform.foundation.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that was uploaded, and how far it is.
 *
 * @param columns per heading the key of its column; empty where it means nothing
 */
record IntakeFile(
        long id,
        String subject,
        String name,
        List<String> headings,
        List<String> columns,
        long rows,
        State state,
        Counts counts,
        long undone,
        String owner,
        @Nullable String approvedBy,
        @Nullable Long jobId,
        Instant createdAt,
        @Nullable Instant endedAt) {

    enum State {
        UPLOADED,
        CHECKING,
        CHECKED,
        RUNNING,
        DONE,
        PARTIAL,
        CANCELLED,
        UNDOING,
        UNDONE,
        PARTLY_UNDONE;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Rows by what became of them. */
    record Counts(long made, long updated, long unchanged, long rejected) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(List<Verdict> verdicts) {
            long[] sums = {made, updated, unchanged, rejected};
            for (Verdict each : verdicts) {
                sums[
                        switch (each) {
                            case Verdict.New _ -> 0;
                            case Verdict.Updated _ -> 1;
                            case Verdict.Unchanged _ -> 2;
                            case Verdict.Rejected _ -> 3;
                        }]++;
            }
            return new Counts(sums[0], sums[1], sums[2], sums[3]);
        }

        long all() {
            return made + updated + unchanged + rejected;
        }
    }
}
