package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports as the API shows them. */
final class IntakeViews {

    private static final String PREFIX = "itk";

    private IntakeViews() {}

    static String id(long id) {
        return PublicId.encode(PREFIX, id);
    }

    static long id(String id) {
        return PublicId.decode(PREFIX, id);
    }

    /**
     * What can be imported.
     *
     * @param bringsValue whether somebody else has to agree before a run
     */
    record ImportSubject(
            String subject, Said title, boolean bringsValue, List<IntakeColumn> columns) {

        static ImportSubject of(Intake intake) {
            return new ImportSubject(
                    intake.subject(), intake.title(), intake.bringsValue(), intake.columns());
        }
    }

    /** Rows by what became of them. */
    record RowCounts(long made, long updated, long unchanged, long rejected) {}

    /**
     * A file and how far it is.
     *
     * @param columns per heading the key of its column; empty where it means nothing
     * @param undoUntil the end of the day in which a run can be undone
     */
    record ImportBody(
            String id,
            String subject,
            String fileName,
            List<String> headings,
            List<String> columns,
            long rows,
            String state,
            RowCounts counts,
            long undone,
            String owner,
            @Nullable String approvedBy,
            @Nullable String jobId,
            Instant createdAt,
            @Nullable Instant endedAt,
            @Nullable Instant undoUntil) {

        static ImportBody of(IntakeFile file) {
            Instant ended = file.endedAt();
            boolean ran =
                    file.state() == IntakeFile.State.DONE
                            || file.state() == IntakeFile.State.PARTIAL
                            || file.state() == IntakeFile.State.PARTLY_UNDONE;
            Long job = file.jobId();
            IntakeFile.Counts counts = file.counts();
            return new ImportBody(
                    IntakeViews.id(file.id()),
                    file.subject(),
                    file.name(),
                    file.headings(),
                    file.columns(),
                    file.rows(),
                    file.state().code(),
                    new RowCounts(
                            counts.made(), counts.updated(), counts.unchanged(), counts.rejected()),
                    file.undone(),
                    file.owner(),
                    file.approvedBy(),
                    job == null ? null : PublicId.encode("job", job),
                    file.createdAt(),
                    ended,
                    ran && ended != null ? Intakes.undoUntil(ended) : null);
        }
    }

    /** One cell that was refused; {@code column} is empty when the whole row is meant. */
    record CellFault(String column, Said why) {}

    /** A refused row with its cells as they stood in the file. */
    record RefusedRow(int line, List<String> cells, List<CellFault> faults) {}
}
