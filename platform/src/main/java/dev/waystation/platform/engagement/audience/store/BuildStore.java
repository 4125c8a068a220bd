package dev.waystation.platform.engagement.audience.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Conditions that are being built beside the one in force, and whom they select so far. */
@Component
public class BuildStore {

    /** A build; it runs while it has not failed. */
    public record Build(
            long segmentId,
            int version,
            Map<String, Object> condition,
            Instant startedAt,
            @Nullable Instant failedAt,
            @Nullable String failure,
            long looked) {}

    /** The build in force: when it was done, how long it took, at how many members it looked. */
    public record Built(Instant at, long tookMillis, long looked) {}

    private static final String COLUMNS =
            "select segment_id, version, condition, started_at, failed_at, failure, looked"
                    + " from audience.segment_build ";

    private static final String START =
            """
            insert into audience.segment_build
              (segment_id, version, condition, started_at, started_by)
            select id, version + 1, cast(:condition as jsonb), :at, :by
            from audience.segment where id = :segment
            on conflict (segment_id) do update
            set condition = excluded.condition, started_at = excluded.started_at,
                started_by = excluded.started_by, failed_at = null, failure = null,
                looked = 0, took_millis = 0
            where segment_build.failed_at is not null
            returning version
            """;

    private static final String FAIL =
            """
            update audience.segment_build set failed_at = :at, failure = :why
            where segment_id = :segment and version = :version
            """;

    private static final String LOOKED =
            """
            update audience.segment_build
            set looked = looked + :members, took_millis = took_millis + :millis
            where segment_id = :segment
            """;

    private static final String BUILT =
            """
            insert into audience.segment_built (segment_id, built_at, took_millis, looked)
            values (:segment, :at, :millis, :members)
            on conflict (segment_id) do update
            set built_at = excluded.built_at, took_millis = excluded.took_millis,
                looked = excluded.looked
            """;

    private static final String KEEP_BUILT =
            """
            insert into audience.segment_built (segment_id, built_at, took_millis, looked)
            select segment_id, :at, took_millis, looked from audience.segment_build
            where segment_id = :segment
            on conflict (segment_id) do update
            set built_at = excluded.built_at, took_millis = excluded.took_millis,
                looked = excluded.looked
            """;

    private static final String UNSTAGE =
            """
            delete from audience.segment_staged
            where segment_id = :segment and member_id = any(:members)
            """;

    private static final String STAGE =
            """
            insert into audience.segment_staged (segment_id, member_id)
            select :segment, unnest(:members) on conflict do nothing
            """;

    private static final String MOVED =
            """
            select coalesce(s.member_id, m.member_id)
            from (select member_id from audience.segment_staged where segment_id = :segment) s
            full join (select member_id from audience.segment_member where segment_id = :segment) m
              on m.member_id = s.member_id
            where s.member_id is null or m.member_id is null
            order by 1
            """;

    private static final String IN_FORCE =
            """
            update audience.segment s
            set condition = b.condition, version = b.version, updated_at = :at
            from audience.segment_build b where b.segment_id = :segment and s.id = b.segment_id
            """;

    private final JdbcClient jdbc;
    private final Json json;

    BuildStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The version it will be; empty while another one runs. */
    public Optional<Integer> start(
            long segmentId, Map<String, Object> condition, String by, Instant at) {
        Optional<Integer> version =
                jdbc.sql(START)
                        .param("segment", segmentId)
                        .param("condition", json.write(condition))
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .optional();
        version.ifPresent(_ -> clear(segmentId));
        return version;
    }

    public Optional<Build> find(long segmentId) {
        return jdbc.sql(COLUMNS + "where segment_id = :segment")
                .param("segment", segmentId)
                .query(this::read)
                .optional();
    }

    /** Those that have not failed. */
    public List<Build> running() {
        return jdbc.sql(COLUMNS + "where failed_at is null order by segment_id")
                .query(this::read)
                .list();
    }

    /** Makes the stage of these members what it is now: those who meet it, and nobody else. */
    public void stage(long segmentId, Collection<Long> looked, Collection<Long> meet) {
        jdbc.sql(UNSTAGE)
                .param("segment", segmentId)
                .param("members", looked.toArray(Long[]::new))
                .update();
        jdbc.sql(STAGE)
                .param("segment", segmentId)
                .param("members", meet.toArray(Long[]::new))
                .update();
    }

    /** A page more is looked at, and how long that took. */
    public void looked(long segmentId, int members, long millis) {
        jdbc.sql(LOOKED)
                .param("segment", segmentId)
                .param("members", members)
                .param("millis", millis)
                .update();
    }

    /** A segment was filled in one go. */
    public void built(long segmentId, Built built) {
        jdbc.sql(BUILT)
                .param("segment", segmentId)
                .param("at", built.at().atOffset(ZoneOffset.UTC))
                .param("millis", built.tookMillis())
                .param("members", built.looked())
                .update();
    }

    /** Empty for segments that were filled before anybody noted it, and for lists. */
    public Optional<Built> lastBuilt(long segmentId) {
        return jdbc.sql(
                        "select built_at, took_millis, looked from audience.segment_built"
                                + " where segment_id = :segment")
                .param("segment", segmentId)
                .query((row, _) ->
                        new Built(
                                row.getObject("built_at", OffsetDateTime.class).toInstant(),
                                row.getLong("took_millis"),
                                row.getLong("looked")))
                .optional();
    }

    /** Who comes or goes when the build is put in force. */
    public List<Long> moved(long segmentId) {
        return jdbc.sql(MOVED).param("segment", segmentId).query((row, _) -> row.getLong(1)).list();
    }

    /** The built condition takes the place of the one before. */
    public void putInForce(long segmentId, Instant at) {
        jdbc.sql(IN_FORCE)
                .param("segment", segmentId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(KEEP_BUILT)
                .param("segment", segmentId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        clear(segmentId);
        jdbc.sql("delete from audience.segment_build where segment_id = :segment")
                .param("segment", segmentId)
                .update();
    }

    public void fail(long segmentId, int version, String why, Instant at) {
        jdbc.sql(FAIL)
                .param("segment", segmentId)
                .param("version", version)
                .param("why", why)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void clear(long segmentId) {
        jdbc.sql("delete from audience.segment_staged where segment_id = :segment")
                .param("segment", segmentId)
                .update();
    }

    private Build read(ResultSet row, int index) throws SQLException {
        OffsetDateTime failed = row.getObject("failed_at", OffsetDateTime.class);
        return new Build(
                row.getLong("segment_id"),
                row.getInt("version"),
                json.object(row.getString("condition")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                failed == null ? null : failed.toInstant(),
                row.getString("failure"),
                row.getLong("looked"));
    }
}
