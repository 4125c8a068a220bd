package dev.waystation.platform.selling.catalogue.store;

import dev.waystation.platform.selling.catalogue.model.Finding;
import dev.waystation.platform.selling.catalogue.model.FindingCode;
import dev.waystation.platform.selling.catalogue.model.TimetableImport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was imported and what was wrong with it. */
@Repository
public class ImportStore {

    private static final String OPEN =
            """
            insert into catalogue.timetable_import (file_name, state, created_at)
            values (:name, 'waiting', :now)
            returning import_id
            """;

    private static final String SET_JOB =
            """
            update catalogue.timetable_import set job_id = :job where import_id = :id
            """;

    private static final String CLOSE =
            """
            update catalogue.timetable_import
            set state = :state, summary = :summary::jsonb
            where import_id = :id
            """;

    private static final String ADD_FINDINGS =
            """
            insert into catalogue.import_finding
                (import_id, ordinal, file, line, column_name, value, code, blocking)
            select :id, n.place, n.file, n.line, n.column_name, n.value, n.code, n.blocking
            from unnest(:files::text[], :lines::bigint[], :columns::text[], :values::text[],
                        :codes::text[], :blocking::boolean[])
                with ordinality as n (file, line, column_name, value, code, blocking, place)
            """;

    private static final String FIND =
            """
            select import_id, file_name, state, summary, created_at
            from catalogue.timetable_import
            where import_id = :id
            """;

    private static final String LIST =
            """
            select import_id, file_name, state, summary, created_at
            from catalogue.timetable_import
            where import_id < :before
            order by import_id desc
            limit :limit
            """;

    private static final String FIND_BY_JOB =
            """
            select import_id from catalogue.timetable_import where job_id = :job
            """;

    private static final String FINDINGS =
            """
            select file, line, column_name, value, code
            from catalogue.import_finding
            where import_id = :id
            order by blocking desc, ordinal
            limit :limit
            """;

    private final JdbcClient jdbc;

    ImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long open(String fileName, Instant now) {
        return jdbc.sql(OPEN)
                .param("name", fileName)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    public void setJob(long importId, long jobId) {
        jdbc.sql(SET_JOB).param("job", jobId).param("id", importId).update();
    }

    public void close(long importId, boolean loaded, String summary, List<Finding> findings) {
        jdbc.sql(ADD_FINDINGS)
                .param("id", importId)
                .param("files", texts(findings, Finding::file))
                .param("lines", findings.stream().map(Finding::line).toArray(Long[]::new))
                .param("columns", texts(findings, Finding::column))
                .param("values", texts(findings, finding -> finding.value().replace("\0", "")))
                .param("codes", texts(findings, finding -> finding.code().name()))
                .param(
                        "blocking",
                        findings.stream()
                                .map(finding -> !finding.code().isNote())
                                .toArray(Boolean[]::new))
                .update();
        jdbc.sql(CLOSE)
                .param("state", loaded ? "loaded" : "refused")
                .param("summary", summary)
                .param("id", importId)
                .update();
    }

    public Optional<TimetableImport> find(long importId) {
        return jdbc.sql(FIND).param("id", importId).query(ImportStore::stored).optional();
    }

    public List<TimetableImport> list(long before, int limit) {
        return jdbc.sql(LIST)
                .param("before", before)
                .param("limit", limit)
                .query(ImportStore::stored)
                .list();
    }

    private static TimetableImport stored(ResultSet row, int n) throws SQLException {
        return new TimetableImport(
                row.getLong("import_id"),
                row.getString("file_name"),
                row.getString("state"),
                row.getString("summary"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    public Optional<Long> findByJob(long jobId) {
        return jdbc.sql(FIND_BY_JOB).param("job", jobId).query(Long.class).optional();
    }

    /** What keeps the import from loading first. */
    public List<Finding> findings(long importId, int limit) {
        return jdbc.sql(FINDINGS)
                .param("id", importId)
                .param("limit", limit)
                .query((row, n) ->
                        new Finding(
                                row.getString("file"),
                                row.getLong("line"),
                                row.getString("column_name"),
                                row.getString("value"),
                                FindingCode.valueOf(row.getString("code"))))
                .list();
    }

    private static String[] texts(List<Finding> findings, Function<Finding, String> text) {
        return findings.stream().map(text).toArray(String[]::new);
    }
}
