package dev.waystation.platform.engagement.journey.store;

import dev.waystation.platform.engagement.journey.model.Enrolment;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The way of each member, line by line. */
@Repository
public class TraceRows {

    private static final String INSERT =
            """
            insert into journey.trace (member_id, enrolment_id, step, node, code, happened_at, why)
            select * from unnest(:members, :ids, :steps, :nodes, :codes, cast(:at as timestamptz[]),
                cast(:whys as jsonb[]))
            """;

    static final RowMapper<Line> LINE =
            (row, number) ->
                    new Line(
                            row.getLong("member_id"),
                            row.getLong("enrolment_id"),
                            row.getInt("step"),
                            row.getString("node"),
                            row.getString("code"),
                            row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                            row.getString("why"));

    private static final String OF =
            """
            select member_id, enrolment_id, step, node, code, happened_at, why from journey.trace
            where member_id = any(:members) and enrolment_id = any(:ids)
            order by enrolment_id, step
            """;

    private final JdbcClient jdbc;

    TraceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One line; (member, enrolment, step) is unique, so no step is written twice. */
    public record Line(
            long memberId,
            long enrolmentId,
            int step,
            String node,
            String code,
            Instant at,
            String whyJson) {}

    /** The ways of these enrolments so far, each in order. */
    public List<Line> of(List<Enrolment> enrolments) {
        if (enrolments.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(OF)
                .param("members", Columns.numbers(enrolments, Enrolment::memberId))
                .param("ids", Columns.numbers(enrolments, Enrolment::enrolmentId))
                .query(LINE)
                .list();
    }

    public void insert(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql(INSERT)
                .param("members", Columns.numbers(lines, Line::memberId))
                .param("ids", Columns.numbers(lines, Line::enrolmentId))
                .param("steps", Columns.counts(lines, Line::step))
                .param("nodes", Columns.texts(lines, Line::node))
                .param("codes", Columns.texts(lines, Line::code))
                .param("at", Columns.texts(lines, Line::at))
                .param("whys", Columns.texts(lines, Line::whyJson))
                .update();
    }
}
