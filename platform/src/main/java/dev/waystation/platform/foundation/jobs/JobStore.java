package dev.waystation.platform.foundation.jobs;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.wiring.MachineTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The job table. Its times are the machine's, because progress is watched in real time. */
@Repository
class JobStore {

    private static final String CREATE =
            """
            insert into foundation.job (kind, state, parameters, owner, created_at)
            values (:kind, 'queued', :parameters::jsonb, :owner, :now)
            returning id
            """;

    private static final String START =
            """
            update foundation.job
            set state = 'running', started_at = :now,
                done = case when mark is null then 0 else done end,
                done_before = case when mark is null then 0 else done end
            where id = :id and state = 'queued'
            """;

    private static final String PROGRESS =
            """
            update foundation.job set done = :done, total = :total
            where id = :id
            returning cancel_asked
            """;

    private static final String MARK =
            """
            update foundation.job set mark = :mark::jsonb, done = :done where id = :id
            """;

    private static final String MARKED = "select mark from foundation.job where id = :id";

    private static final String DONE = "select done from foundation.job where id = :id";

    private static final String END =
            """
            update foundation.job
            set state = :state, result = :result::jsonb, error = :error, ended_at = :now
            where id = :id
            """;

    private static final String ASK_TO_CANCEL =
            """
            update foundation.job
            set cancel_asked = true,
                state = case when state = 'queued' then 'cancelled' else state end
            where id = :id and state in ('queued', 'running')
            """;

    private static final String REQUEUE =
            """
            update foundation.job set state = 'queued', started_at = null
            where id = :id and state in ('queued', 'running')
            """;

    private static final String UNFINISHED =
            """
            select id, kind from foundation.job where state in ('queued', 'running') order by id
            """;

    private static final String PARAMETERS =
            """
            select parameters from foundation.job where id = :id
            """;

    private static final String FIND =
            """
            select * from foundation.job where id = :id
            """;

    private static final String LIST =
            """
            select * from foundation.job
            where id < :before and (:owner::text is null or owner = :owner)
            order by id desc
            limit :limit
            """;

    /** A job of an earlier process. */
    record Unfinished(long id, String kind) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final MachineTime machine;

    JobStore(JdbcClient jdbc, JsonMapper json, MachineTime machine) {
        this.jdbc = jdbc;
        this.json = json;
        this.machine = machine;
    }

    long create(String kind, Object parameters, @Nullable String owner) {
        return jdbc.sql(CREATE)
                .param("kind", kind)
                .param("parameters", json.writeValueAsString(parameters))
                .param("owner", owner)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    boolean start(long id) {
        return jdbc.sql(START).param("id", id).param("now", now()).update() == 1;
    }

    /** Stores the progress; whether somebody asked to cancel. */
    boolean progress(long id, long done, long total) {
        return jdbc.sql(PROGRESS)
                .param("id", id)
                .param("done", done)
                .param("total", total)
                .query(Boolean.class)
                .single();
    }

    void mark(long id, Object where, long done) {
        jdbc.sql(MARK)
                .param("id", id)
                .param("mark", json.writeValueAsString(where))
                .param("done", done)
                .update();
    }

    Optional<JsonNode> mark(long id) {
        return jdbc.sql(MARKED)
                .param("id", id)
                .query((row, _) -> Optional.ofNullable(row.getString(1)).map(json::readTree))
                .single();
    }

    long done(long id) {
        return jdbc.sql(DONE).param("id", id).query(Long.class).single();
    }

    void end(long id, String state, @Nullable Object result, @Nullable String error) {
        jdbc.sql(END)
                .param("id", id)
                .param("state", state)
                .param("result", result == null ? null : json.writeValueAsString(result))
                .param("error", error)
                .param("now", now())
                .update();
    }

    boolean askToCancel(long id) {
        return jdbc.sql(ASK_TO_CANCEL).param("id", id).update() == 1;
    }

    void requeue(long id) {
        jdbc.sql(REQUEUE).param("id", id).update();
    }

    List<Unfinished> unfinished() {
        return jdbc.sql(UNFINISHED)
                .query((row, index) -> new Unfinished(row.getLong("id"), row.getString("kind")))
                .list();
    }

    String parameters(long id) {
        return jdbc.sql(PARAMETERS).param("id", id).query(String.class).single();
    }

    Optional<JobView> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(this::view).optional();
    }

    List<JobView> list(long before, int limit, @Nullable String owner) {
        return jdbc.sql(LIST)
                .param("owner", owner)
                .param("before", before)
                .param("limit", limit)
                .query(this::view)
                .list();
    }

    private JobView view(ResultSet row, int index) throws SQLException {
        long done = row.getLong("done");
        long total = row.getLong("total");
        double rate =
                rate(
                        done - row.getLong("done_before"),
                        row.getTimestamp("started_at"),
                        row.getTimestamp("ended_at"));
        boolean running = row.getString("state").equals("running");
        boolean foreseeable = running && rate > 0 && total >= done;
        String result = row.getString("result");
        return new JobView(
                Jobs.publicId(row.getLong("id")),
                row.getString("kind"),
                row.getString("state"),
                done,
                total,
                rate,
                foreseeable ? (long) Math.ceil((total - done) / rate) : null,
                result == null ? null : json.readTree(result),
                row.getString("error"),
                shown(row.getString("owner")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"));
    }

    // People know themselves by the id of their session.
    private static @Nullable String shown(@Nullable String owner) {
        return owner != null && owner.startsWith("staff:")
                ? PublicId.encode("stf", Long.parseLong(owner.substring(6)))
                : owner;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private double rate(long done, @Nullable Timestamp started, @Nullable Timestamp ended) {
        if (started == null || done <= 0) {
            return 0;
        }
        Instant end = ended == null ? machine.now() : ended.toInstant();
        long millis = Math.max(1, Duration.between(started.toInstant(), end).toMillis());
        return Math.round(done * 10_000.0 / millis) / 10.0;
    }

    private OffsetDateTime now() {
        return machine.utc();
    }
}
