package dev.waystation.platform.engagement.journey.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Enrolments of a journey and the way of each, for staff to read. */
@Repository
public class PathRows {

    private static final String PAGE =
            """
            select member_id, enrolment_id, version, state, node, entered_at, wakes_at
            from journey.enrolment
            where journey_id = :journey and (cast(:member as bigint) is null or member_id = :member)
              and (entered_at, enrolment_id) < (:beforeAt, :beforeId)
            order by entered_at desc, enrolment_id desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final TraceRows traces;

    PathRows(JdbcClient jdbc, TraceRows traces) {
        this.jdbc = jdbc;
        this.traces = traces;
    }

    /** One enrolment as a list shows it. */
    public record Row(
            long memberId,
            long enrolmentId,
            int version,
            String state,
            String node,
            Instant enteredAt,
            @Nullable Instant wakesAt) {}

    public List<Row> page(
            long journeyId, @Nullable Long memberId, Instant beforeAt, long beforeId, int limit) {
        return jdbc.sql(PAGE)
                .param("journey", journeyId)
                .param("member", memberId)
                .param("beforeAt", Columns.utc(beforeAt))
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query((row, number) ->
                        new Row(
                                row.getLong("member_id"),
                                row.getLong("enrolment_id"),
                                row.getInt("version"),
                                row.getString("state"),
                                row.getString("node"),
                                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                                Columns.instant(row.getObject("wakes_at", OffsetDateTime.class))))
                .list();
    }

    public List<TraceRows.Move> paths(List<Row> rows) {
        return traces.of(
                Columns.numbers(rows, Row::memberId), Columns.numbers(rows, Row::enrolmentId));
    }
}
