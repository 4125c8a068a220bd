package dev.waystation.platform.foundation.intake;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploaded files as rows. */
@Repository
class IntakeFiles {

    private static final String CREATE =
            """
            insert into intake.file (subject, name, headings, columns, rows, state, owner, created_at)
            values (:subject, :name, '{}', '{}', 0, 'uploaded', :owner, :at)
            returning id
            """;

    private static final String HEADINGS =
            """
            update intake.file set headings = :headings, columns = :columns, rows = :rows
            where id = :id
            """;

    private static final String FIND = "select * from intake.file where id = :id";

    private static final String LOCK = FIND + " for update";

    private static final String LIST =
            """
            select * from intake.file where id < :before order by id desc limit :limit
            """;

    private static final String COLUMNS =
            """
            update intake.file
            set columns = :columns, state = 'uploaded', approved_by = null,
                made = 0, updated = 0, unchanged = 0, rejected = 0
            where id = :id
            """;

    private static final String MOVE =
            """
            update intake.file set state = :state, ended_at = coalesce(:ended, ended_at)
            where id = :id
            """;

    private static final String COUNTS =
            """
            update intake.file
            set made = :made, updated = :updated, unchanged = :unchanged, rejected = :rejected
            where id = :id
            """;

    private static final String UNDONE =
            "update intake.file set undone = undone + :count where id = :id";

    private static final String JOB = "update intake.file set job_id = :job where id = :id";

    private static final String APPROVE =
            "update intake.file set approved_by = :by where id = :id and owner <> :by";

    private final JdbcClient jdbc;

    IntakeFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long create(String subject, String name, String owner, Instant at) {
        return jdbc.sql(CREATE)
                .param("subject", subject)
                .param("name", name)
                .param("owner", owner)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void headings(long id, List<String> headings, List<String> columns, long rows) {
        jdbc.sql(HEADINGS)
                .param("id", id)
                .param("headings", headings.toArray(String[]::new))
                .param("columns", columns.toArray(String[]::new))
                .param("rows", rows)
                .update();
    }

    Optional<IntakeFile> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(IntakeFiles::read).optional();
    }

    /** The file, held by the caller's transaction, so that its steps take turns. */
    Optional<IntakeFile> lock(long id) {
        return jdbc.sql(LOCK).param("id", id).query(IntakeFiles::read).optional();
    }

    List<IntakeFile> list(long before, int limit) {
        return jdbc.sql(LIST)
                .param("before", before)
                .param("limit", limit)
                .query(IntakeFiles::read)
                .list();
    }

    void columns(long id, List<String> columns) {
        jdbc.sql(COLUMNS).param("id", id).param("columns", columns.toArray(String[]::new)).update();
    }

    void move(long id, IntakeFile.State state, @Nullable Instant ended) {
        jdbc.sql(MOVE)
                .param("id", id)
                .param("state", state.code())
                .param("ended", ended == null ? null : ended.atOffset(ZoneOffset.UTC))
                .update();
    }

    void counts(long id, IntakeFile.Counts counts) {
        jdbc.sql(COUNTS)
                .param("id", id)
                .param("made", counts.made())
                .param("updated", counts.updated())
                .param("unchanged", counts.unchanged())
                .param("rejected", counts.rejected())
                .update();
    }

    void undone(long id, long count) {
        jdbc.sql(UNDONE).param("id", id).param("count", count).update();
    }

    void job(long id, long job) {
        jdbc.sql(JOB).param("id", id).param("job", job).update();
    }

    /** False when whoever uploaded the file tries to agree with themselves. */
    boolean approve(long id, String by) {
        return jdbc.sql(APPROVE).param("id", id).param("by", by).update() == 1;
    }

    private static IntakeFile read(ResultSet row, int index) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new IntakeFile(
                row.getLong("id"),
                row.getString("subject"),
                row.getString("name"),
                texts(row.getArray("headings")),
                texts(row.getArray("columns")),
                row.getLong("rows"),
                IntakeFile.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new IntakeFile.Counts(
                        row.getLong("made"),
                        row.getLong("updated"),
                        row.getLong("unchanged"),
                        row.getLong("rejected")),
                row.getLong("undone"),
                row.getString("owner"),
                row.getString("approved_by"),
                row.getObject("job_id", Long.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
