package dev.waystation.platform.foundation.facts;

import dev.waystation.platform.foundation.wiring.MachineTime;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The log as readers see it. A reader never looks at a transaction that is not older than every
 * running one: positions are given out before commit, so a slower transaction can still bring a
 * smaller one. Order is (transaction, position), which cannot grow backwards behind that line.
 */
@Repository
class FactStore {

    private static final String CREATE_CURSOR =
            """
            insert into foundation.fact_cursor (reader) values (:reader)
            on conflict (reader) do nothing
            """;

    private static final String LOCK_CURSOR =
            """
            select tx::text as tx, position, failures, retry_at
            from foundation.fact_cursor
            where reader = :reader
            for update skip locked
            """;

    private static final String HELD_BACK =
            """
            select exists (
              select from foundation.fact
              where tx >= pg_snapshot_xmin(pg_current_snapshot()))
            """;

    // One statement, one snapshot: what lies before the line is all that ever will.
    private static final String LOOK =
            """
            select pg_snapshot_xmin(pg_current_snapshot())::text as line,
                array(
                    select distinct f.type from foundation.fact f
                    where f.tx >= cast(:from as xid8)
                      and f.tx < pg_snapshot_xmin(pg_current_snapshot())) as types
            """;

    private static final String READ =
            """
            select f.tx::text as tx, f.position, f.type, f.recorded_at, f.body
            from foundation.fact f
            where (f.tx, f.position) > (:tx::xid8, :position)
              and f.tx < pg_snapshot_xmin(pg_current_snapshot())
              and f.type = any (:types)
            order by f.tx, f.position
            limit :limit
            """;

    private static final String MOVE =
            """
            update foundation.fact_cursor
            set tx = :tx::xid8, position = :position, failures = 0, retry_at = null, last_error = null
            where reader = :reader
            """;

    // One statement, one snapshot: what it skips over is exactly what it has proven to be silent.
    private static final String SKIP_SILENCE =
            """
            update foundation.fact_cursor c
            set tx = pg_snapshot_xmin(pg_current_snapshot()), position = 0
            where c.reader = :reader
              and exists (
                select from foundation.fact f
                where (f.tx, f.position) > (c.tx, c.position)
                  and f.tx < pg_snapshot_xmin(pg_current_snapshot()))
              and not exists (
                select from foundation.fact f
                where (f.tx, f.position) > (c.tx, c.position)
                  and f.tx < pg_snapshot_xmin(pg_current_snapshot())
                  and f.type = any (:types))
            """;

    private static final String FAIL =
            """
            update foundation.fact_cursor
            set failures = failures + 1, retry_at = :retryAt, last_error = :error
            where reader = :reader
            """;

    private static final String BURY =
            """
            insert into foundation.fact_dead_letter (reader, tx, position, error, failed_at)
            values (:reader, :tx::xid8, :position, :error, :at)
            on conflict (reader, tx, position) do nothing
            """;

    /** How far a reader has read, and whether it is in trouble. */
    record Mark(String tx, long position, int failures, Instant retryAt) {}

    /** A row of the log with its place. */
    record Row(String tx, long position, String type, Instant recordedAt, String body) {}

    private final JdbcClient jdbc;
    private final FactTypes types;
    private final MachineTime machine;

    FactStore(JdbcClient jdbc, FactTypes types, MachineTime machine) {
        this.jdbc = jdbc;
        this.types = types;
        this.machine = machine;
    }

    /** Back-off runs on the machine's time: a simulated clock may stand still. */
    Instant now() {
        return machine.now();
    }

    RecordedFact recorded(Row row) {
        return new RecordedFact(
                row.position(), types.read(row.type(), row.body()), row.recordedAt());
    }

    void createCursor(String reader) {
        jdbc.sql(CREATE_CURSOR).param("reader", reader).update();
    }

    /** Empty when another thread or node reads for this reader now. */
    List<Mark> lockCursor(String reader) {
        return jdbc.sql(LOCK_CURSOR)
                .param("reader", reader)
                .query((row, index) -> {
                    Timestamp retryAt = row.getTimestamp("retry_at");
                    return new Mark(
                            row.getString("tx"),
                            row.getLong("position"),
                            row.getInt("failures"),
                            retryAt == null ? Instant.MIN : retryAt.toInstant());
                })
                .list();
    }

    /**
     * What is readable.
     *
     * @param line where the next look goes on
     * @param types of the facts from the place asked for up to the line
     */
    record Look(String line, Set<String> types) {}

    /** From a line, or nothing but the line of now. */
    Look look(@Nullable String from) {
        return jdbc.sql(LOOK)
                .param("from", from, Types.VARCHAR)
                .query((row, index) ->
                        new Look(
                                row.getString("line"),
                                Set.of((String[]) row.getArray("types").getArray())))
                .single();
    }

    /** Whether committed facts wait for an older transaction to end, of whomever it may be. */
    boolean holdsBack() {
        return jdbc.sql(HELD_BACK).query(Boolean.class).single();
    }

    List<Row> read(Mark mark, String[] types, int limit) {
        return jdbc.sql(READ)
                .param("tx", mark.tx())
                .param("position", mark.position())
                .param("types", types)
                .param("limit", limit)
                .query((row, index) ->
                        new Row(
                                row.getString("tx"),
                                row.getLong("position"),
                                row.getString("type"),
                                row.getTimestamp("recorded_at").toInstant(),
                                row.getString("body")))
                .list();
    }

    void move(String reader, Row last) {
        jdbc.sql(MOVE)
                .param("reader", reader)
                .param("tx", last.tx())
                .param("position", last.position())
                .update();
    }

    void skipSilence(String reader, String[] types) {
        jdbc.sql(SKIP_SILENCE).param("reader", reader).param("types", types).update();
    }

    void fail(String reader, Instant retryAt, String error) {
        jdbc.sql(FAIL)
                .param("reader", reader)
                .param("retryAt", retryAt.atOffset(ZoneOffset.UTC))
                .param("error", error)
                .update();
    }

    void bury(String reader, Row row, String error, Instant at) {
        jdbc.sql(BURY)
                .param("reader", reader)
                .param("tx", row.tx())
                .param("position", row.position())
                .param("error", error)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
