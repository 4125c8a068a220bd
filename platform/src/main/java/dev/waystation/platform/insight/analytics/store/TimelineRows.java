package dev.waystation.platform.insight.analytics.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Timelines of members. */
@Repository
public class TimelineRows {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private static final String INSERT =
            """
            insert into analytics.timeline (member_id, position, happened_at, kind, details, explanation_id)
            select member_id, case when position = 0 then -nextval('analytics.past') else position end,
                   happened_at, kind, details, explanation_id
            from unnest(:members, :positions, cast(:at as timestamptz[]), :kinds,
                cast(:details as jsonb[]), :explanations)
              as n (member_id, position, happened_at, kind, details, explanation_id)
            on conflict do nothing
            """;

    private static final String PAGE =
            """
            select member_id, position, happened_at, kind, details, explanation_id
            from analytics.timeline
            where member_id = :member and (happened_at, position) < (:beforeAt, :beforePosition)
            order by happened_at desc, position desc limit :limit
            """;

    private static final String OF_DAY =
            """
            select member_id, position, happened_at, kind, details, explanation_id
            from analytics.timeline
            where kind = any (:kinds) and happened_at >= :from and happened_at < :to
              and (happened_at, position) < (:beforeAt, :beforePosition)
            order by happened_at desc, position desc limit :limit
            """;

    private static final String YEAR =
            """
            select count(*) filter (where kind = 'trip_completed') as trips,
                   coalesce(sum((details ->> 'fareMinor')::bigint)
                     filter (where kind = 'trip_completed'), 0) as fares,
                   count(*) filter (where kind = 'ticket_refunded') as returned,
                   max(happened_at) filter (where kind = 'trip_completed') as last
            from analytics.timeline
            where member_id = :member and happened_at >= :from
              and kind in ('trip_completed', 'ticket_refunded')
            """;

    private static final String BOOKED =
            """
            select (details ->> 'orderId')::bigint as order_id,
                   sum(case kind when 'ticket_issued' then (details ->> 'fareMinor')::bigint
                       when 'ticket_changed' then (details ->> 'feeMinor')::bigint
                                                  - (details ->> 'carriedMinor')::bigint
                       else -(details ->> 'refundMinor')::bigint end) as minor
            from analytics.timeline
            where kind in ('ticket_issued', 'ticket_refunded', 'ticket_changed', 'refund_shared')
              and (details ->> 'orderId')::bigint = any (:orders)
            group by 1
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TimelineRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One line.
     *
     * @param position place in the fact log; 0 for what happened before the log began
     */
    public record Line(
            long memberId,
            long position,
            Instant at,
            String kind,
            Map<String, Object> details,
            @Nullable String explanationId) {}

    public void insert(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql(INSERT)
                .param("members", lines.stream().map(Line::memberId).toArray(Long[]::new))
                .param("positions", lines.stream().map(Line::position).toArray(Long[]::new))
                .param("at", texts(lines, line -> line.at().toString()))
                .param("kinds", texts(lines, Line::kind))
                .param("details", texts(lines, line -> json.writeValueAsString(line.details())))
                .param("explanations", texts(lines, Line::explanationId))
                .update();
    }

    /** A year of travelling; {@code last} is null for who did not travel. */
    public record Year(long trips, long fareMinor, long returned, @Nullable Instant last) {}

    public Year year(long memberId, Instant from) {
        return jdbc.sql(YEAR)
                .param("member", memberId)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    OffsetDateTime last = row.getObject("last", OffsetDateTime.class);
                    return new Year(
                            row.getLong("trips"),
                            row.getLong("fares"),
                            row.getLong("returned"),
                            last == null ? null : last.toInstant());
                })
                .single();
    }

    /** What the facts say an order brought, returns taken off. */
    public Map<Long, Long> booked(List<Long> orders) {
        return jdbc
                .sql(BOOKED)
                .param("orders", orders.toArray(Long[]::new))
                .query((row, number) -> Map.entry(row.getLong("order_id"), row.getLong("minor")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Lines of these kinds from a time until before another, newest first. */
    public List<Line> between(
            Set<String> kinds,
            Instant from,
            Instant to,
            Instant beforeAt,
            long beforePosition,
            int limit) {
        return jdbc.sql(OF_DAY)
                .param("kinds", kinds.toArray(String[]::new))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("beforeAt", beforeAt.atOffset(ZoneOffset.UTC))
                .param("beforePosition", beforePosition)
                .param("limit", limit)
                .query((row, number) -> line(row))
                .list();
    }

    /** Newest first, older than the given place. */
    public List<Line> page(long memberId, Instant beforeAt, long beforePosition, int limit) {
        return jdbc.sql(PAGE)
                .param("member", memberId)
                .param("beforeAt", beforeAt.atOffset(ZoneOffset.UTC))
                .param("beforePosition", beforePosition)
                .param("limit", limit)
                .query((row, number) -> line(row))
                .list();
    }

    private Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("member_id"),
                row.getLong("position"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                json.readValue(row.getString("details"), DETAILS),
                row.getString("explanation_id"));
    }

    private static @Nullable String[] texts(
            List<Line> lines, Function<Line, @Nullable String> column) {
        @Nullable String[] texts = new @Nullable String[lines.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(lines.get(i));
        }
        return texts;
    }
}
