package dev.waystation.platform.foundation.intake;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.platform.foundation.sheets.TableIn;
import dev.waystation.platform.foundation.sheets.WorkbookRefused;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps people take with a file: upload, say what its columns mean, check, run, undo. */
@Service
public class Intakes {

    private static final int MOST_ROWS = 2_000_000;
    private static final int WIDEST = 200;
    private static final Duration UNDO_FOR = Duration.ofHours(24);

    /** Why a step was not taken; the name is the code that callers see. */
    public enum No {
        IMPORT_HAS_NO_ROWS,
        IMPORT_HAS_TOO_MANY_ROWS,
        IMPORT_COLUMN_IS_MISSING,
        IMPORT_WORKBOOK_IS_OLD,
        IMPORT_WORKBOOK_IS_TOO_LARGE,
        IMPORT_WORKBOOK_IS_BROKEN,
        IMPORT_IS_BUSY,
        IMPORT_NOT_CHECKED,
        IMPORT_HAS_NOTHING_TO_DO,
        IMPORT_NEEDS_APPROVAL,
        IMPORT_APPROVED_BY_OWNER,
        IMPORT_HAS_RUN,
        IMPORT_HAS_NOT_RUN,
        IMPORT_UNDO_TOO_LATE
    }

    /** Thrown to the controller, which knows how to say it. */
    static final class NotNow extends RuntimeException {
        private final No code;
        private final String what;

        NotNow(No code, String what) {
            super(code + " " + what, null, false, false);
            this.code = code;
            this.what = what;
        }

        No code() {
            return code;
        }

        String what() {
            return what;
        }
    }

    private final IntakeWalk walk;
    private final Jobs jobs;
    private final Clock clock;

    Intakes(IntakeWalk walk, Jobs jobs, Clock clock) {
        this.walk = walk;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Reads the rows of a file and guesses what its columns mean; nothing takes effect. */
    @Transactional
    IntakeFile upload(String subject, String name, InputStream in, String owner)
            throws IOException {
        Intake intake = walk.intake(subject);
        long id = walk.files().create(subject, name, owner, clock.instant());
        Rows rows = new Rows(id);
        try {
            TableIn.read(in, rows::next);
        } catch (WorkbookRefused refused) {
            throw new NotNow(
                    switch (refused.why()) {
                        case OLD_FORM -> No.IMPORT_WORKBOOK_IS_OLD;
                        case TOO_LARGE -> No.IMPORT_WORKBOOK_IS_TOO_LARGE;
                        case BROKEN -> No.IMPORT_WORKBOOK_IS_BROKEN;
                    },
                    name);
        }
        rows.flush();
        List<String> headings = rows.headings;
        if (headings == null || rows.count == 0) {
            throw new NotNow(No.IMPORT_HAS_NO_ROWS, name);
        }
        walk.files().headings(id, headings, Headings.match(headings, intake.columns()), rows.count);
        return walk.files().find(id).orElseThrow();
    }

    /** Says what the columns mean, one key per heading, empty for none; a check has to follow. */
    @Transactional
    IntakeFile columns(long id, List<String> columns) {
        IntakeFile file = idle(id);
        require(mayStart(file), No.IMPORT_HAS_RUN, file.name());
        Malformed.require(
                columns.size() == file.headings().size(),
                "columns",
                columns.size(),
                "give one key per heading, of which there are " + file.headings().size());
        Set<String> known = new HashSet<>();
        walk.intake(file.subject()).columns().forEach(each -> known.add(each.key()));
        Set<String> used = new HashSet<>();
        for (String key : columns) {
            Malformed.require(
                    key.isEmpty() || (known.contains(key) && used.add(key)),
                    "columns",
                    key,
                    "use each of " + known + " once at most");
        }
        walk.files().columns(id, columns);
        return walk.files().find(id).orElseThrow();
    }

    /** Starts the dry run. */
    @Transactional
    JobView check(long id, String actor) {
        IntakeFile file = idle(id);
        require(mayStart(file), No.IMPORT_HAS_RUN, file.name());
        for (IntakeColumn column : walk.intake(file.subject()).columns()) {
            require(
                    !column.needed() || file.columns().contains(column.key()),
                    No.IMPORT_COLUMN_IS_MISSING,
                    column.heading().zh());
        }
        return start(file, IntakeFile.State.CHECKING, false, actor);
    }

    /** Somebody else agrees with a file that brings value. */
    @Transactional
    IntakeFile approve(long id, String actor) {
        IntakeFile file = idle(id);
        require(file.state() == IntakeFile.State.CHECKED, No.IMPORT_NOT_CHECKED, file.name());
        require(walk.files().approve(id, actor), No.IMPORT_APPROVED_BY_OWNER, file.name());
        return walk.files().find(id).orElseThrow();
    }

    /** Starts the run: rows take effect from now on. */
    @Transactional
    JobView run(long id, String actor) {
        IntakeFile file = idle(id);
        require(mayStart(file), No.IMPORT_HAS_RUN, file.name());
        require(file.state() == IntakeFile.State.CHECKED, No.IMPORT_NOT_CHECKED, file.name());
        require(
                file.counts().made() + file.counts().updated() > 0,
                No.IMPORT_HAS_NOTHING_TO_DO,
                file.name());
        boolean agreed = !walk.intake(file.subject()).bringsValue() || file.approvedBy() != null;
        require(agreed, No.IMPORT_NEEDS_APPROVAL, file.name());
        return start(file, IntakeFile.State.RUNNING, true, actor);
    }

    /** Starts the undo of a run that ended less than a day ago. */
    @Transactional
    JobView undo(long id, String actor) {
        IntakeFile file = idle(id);
        Instant ended = file.endedAt();
        boolean ran =
                file.state() == IntakeFile.State.DONE
                        || file.state() == IntakeFile.State.PARTIAL
                        || file.state() == IntakeFile.State.PARTLY_UNDONE;
        if (!ran || ended == null) {
            throw new NotNow(No.IMPORT_HAS_NOT_RUN, file.name());
        }
        require(undoable(ended), No.IMPORT_UNDO_TOO_LATE, ended.plus(UNDO_FOR).toString());
        walk.files().move(id, IntakeFile.State.UNDOING, null);
        JobView job = jobs.submit(TakeBack.KIND, new TakeBack.Command(id, actor));
        walk.files().job(id, PublicId.decode("job", job.id()));
        return job;
    }

    static Instant undoUntil(Instant ended) {
        return ended.plus(UNDO_FOR);
    }

    private boolean undoable(Instant ended) {
        return !clock.instant().isAfter(undoUntil(ended));
    }

    private JobView start(IntakeFile file, IntakeFile.State state, boolean apply, String actor) {
        walk.faults().clear(file.id());
        walk.files().counts(file.id(), IntakeFile.Counts.NONE);
        walk.files().move(file.id(), state, null);
        JobView job = jobs.submit(TakeIn.KIND, new TakeIn.Command(file.id(), apply, actor));
        walk.files().job(file.id(), PublicId.decode("job", job.id()));
        return job;
    }

    private IntakeFile idle(long id) {
        IntakeFile file =
                walk.files()
                        .lock(id)
                        .orElseThrow(() ->
                                dev.waystation.platform.foundation.edge.Refusal.notFound(
                                        IntakeViews.id(id)));
        boolean busy =
                switch (file.state()) {
                    case CHECKING, RUNNING, UNDOING -> true;
                    default -> false;
                };
        require(!busy, No.IMPORT_IS_BUSY, file.name());
        return file;
    }

    private static boolean mayStart(IntakeFile file) {
        return switch (file.state()) {
            case UPLOADED, CHECKED, CANCELLED -> true;
            default -> false;
        };
    }

    private static void require(boolean condition, No code, String what) {
        if (!condition) {
            throw new NotNow(code, what);
        }
    }

    /** Takes the rows of a file as they are read and keeps them chunk by chunk. */
    private final class Rows {

        private final long file;
        private @org.jspecify.annotations.Nullable List<String> headings;
        private List<List<String>> chunk = new ArrayList<>();
        private int count;
        private int chunks;

        Rows(long file) {
            this.file = file;
        }

        void next(List<String> cells) {
            if (headings == null) {
                Malformed.require(
                        cells.size() <= WIDEST, "file", cells.size(), "use 200 columns at most");
                headings = cells.stream().map(String::strip).toList();
                return;
            }
            if (cells.stream().allMatch(String::isBlank)) {
                return;
            }
            count++;
            require(count <= MOST_ROWS, No.IMPORT_HAS_TOO_MANY_ROWS, Integer.toString(MOST_ROWS));
            chunk.add(cells.size() <= WIDEST ? cells : cells.subList(0, WIDEST));
            if (chunk.size() == IntakeRows.CHUNK) {
                flush();
            }
        }

        void flush() {
            if (!chunk.isEmpty()) {
                // line 1 is the heading
                walk.rows().add(file, chunks++, count - chunk.size() + 2, chunk);
                chunk = new ArrayList<>();
            }
        }
    }
}
