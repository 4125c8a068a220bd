package dev.waystation.platform.insight.privacy.store;

import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.insight.privacy.model.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows behind the report; a figure is nothing but their count. */
@Repository
public class LineStore {

    private static final String APPEND =
            """
            insert into privacy.line
              (kind, member_id, done_by, what, reason, happened_at, request_id, fact_position)
            select * from unnest(:kinds, :members, :bys, :whats, :reasons,
                cast(:ats as timestamptz[]), :requests, :positions)
            on conflict (fact_position) do nothing
            """;

    private static final String COUNT =
            """
            select kind, count(*) as happened from privacy.line
            where happened_at >= :from and happened_at < :to group by kind
            """;

    private static final String PAGE =
            """
            select id, kind, member_id, done_by, what, reason, happened_at, request_id,
                   fact_position
            from privacy.line
            where kind = :kind and happened_at >= :from and happened_at < :to
              and (happened_at, id) < (:beforeAt, :beforeId)
            order by happened_at desc, id desc limit :limit
            """;

    private final JdbcClient jdbc;

    LineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void append(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql(APPEND)
                .param("kinds", all(lines, Line::kind, String[]::new))
                .param("members", all(lines, Line::memberId, Long[]::new))
                .param("bys", all(lines, Line::by, String[]::new))
                .param("whats", all(lines, Line::what, String[]::new))
                .param("reasons", all(lines, Line::reason, String[]::new))
                .param("ats", all(lines, line -> line.at().toString(), String[]::new))
                .param("requests", all(lines, Line::request, Long[]::new))
                .param("positions", all(lines, Line::position, Long[]::new))
                .update();
    }

    private static <T> T[] all(
            List<Line> lines,
            Function<Line, @Nullable T> part,
            java.util.function.IntFunction<T[]> room) {
        return lines.stream().map(part).toArray(room);
    }

    /** What happened in a month, by kind. */
    public Map<String, Long> counts(YearMonth month) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql(COUNT)
                .param("from", begin(month))
                .param("to", begin(month.plusMonths(1)))
                .query(row -> {
                    counts.put(row.getString("kind"), row.getLong("happened"));
                });
        return counts;
    }

    /** The latest first. */
    public List<Line> page(
            YearMonth month, String kind, Instant beforeAt, long beforeId, int limit) {
        return jdbc.sql(PAGE)
                .param("kind", kind)
                .param("from", begin(month))
                .param("to", begin(month.plusMonths(1)))
                .param("beforeAt", beforeAt.atOffset(ZoneOffset.UTC))
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query(LineStore::read)
                .list();
    }

    private static OffsetDateTime begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(VenueZone.DEFAULT).toOffsetDateTime();
    }

    private static Line read(ResultSet row, int index) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getString("kind"),
                row.getLong("member_id"),
                row.getString("done_by"),
                row.getString("what"),
                row.getString("reason"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getObject("request_id", Long.class),
                row.getObject("fact_position", Long.class));
    }
}
