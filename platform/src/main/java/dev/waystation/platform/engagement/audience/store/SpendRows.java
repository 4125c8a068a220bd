package dev.waystation.platform.engagement.audience.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members bought, scored. A ticket given back is no purchase any more, on any day. */
@Repository
public class SpendRows {

    /** Where one score ends and the next begins, ascending, four each. */
    public record Edges(List<Long> days, List<Long> times, List<Long> minor) {}

    /** How a member stands on a day: 1 is little or long ago, 5 is much or just now. */
    public record Score(int recency, int frequency, int money) {}

    /** So many members stood there before and stand here now; null where they bought nothing. */
    public record Move(@Nullable Score before, @Nullable Score now, long count) {}

    private static final String FIGURES =
            """
            figures as (
                select w.label, d.member_id, cast(w.on_day - max(d.on_day) as bigint) as days,
                    count(*) as times, cast(sum(d.amount_minor) as bigint) as minor
                from (values ('now', cast(:now as date)), ('before', cast(:before as date)))
                    as w (label, on_day)
                join audience.deed d
                  on d.on_day > w.on_day - :window and d.on_day <= w.on_day
                where d.event = 'ticket.bought'
                group by w.label, w.on_day, d.member_id)
            """;

    private static final String MOVES =
            "with "
                    + FIGURES
                    + """
                    , scored as (
                        select label, member_id, 5 - width_bucket(days, :days) as r,
                            1 + width_bucket(times, :times) as f,
                            1 + width_bucket(minor, :minor) as m
                        from figures)
                    select b.r, b.f, b.m, n.r, n.f, n.m, count(*)
                    from (select * from scored where label = 'before') b
                    full join (select * from scored where label = 'now') n
                      on n.member_id = b.member_id
                    group by 1, 2, 3, 4, 5, 6
                    order by 1, 2, 3, 4, 5, 6
                    """;

    private static final String FIFTHS =
            "with "
                    + FIGURES
                    + """
                    select percentile_disc(cast(:shares as float8[])) within group (order by days),
                        percentile_disc(cast(:shares as float8[])) within group (order by times),
                        percentile_disc(cast(:shares as float8[])) within group (order by minor)
                    from figures where label = 'now'
                    """;

    private final JdbcClient jdbc;

    SpendRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The edges that part everybody who bought until that day into fifths. */
    public Edges fifths(LocalDate now, int window) {
        return asked(FIFTHS, now, now, window)
                .param("shares", new Double[] {0.2, 0.4, 0.6, 0.8})
                .query((row, _) -> new Edges(edges(row, 1), edges(row, 2), edges(row, 3)))
                .single();
    }

    /** How many stood where on the earlier day and stand where on the later. */
    public List<Move> moves(LocalDate before, LocalDate now, int window, Edges edges) {
        return asked(MOVES, before, now, window)
                .param("days", edges.days().toArray(Long[]::new))
                .param("times", edges.times().toArray(Long[]::new))
                .param("minor", edges.minor().toArray(Long[]::new))
                .query((row, _) -> new Move(score(row, 1), score(row, 4), row.getLong(7)))
                .list();
    }

    private JdbcClient.StatementSpec asked(
            String sql, LocalDate before, LocalDate now, int window) {
        return jdbc.sql(sql).param("before", before).param("now", now).param("window", window);
    }

    private static List<Long> edges(ResultSet row, int column) throws SQLException {
        java.sql.@Nullable Array edges = row.getArray(column);
        return edges == null ? List.of() : Arrays.asList((Long[]) edges.getArray());
    }

    private static @Nullable Score score(ResultSet row, int first) throws SQLException {
        int recency = row.getInt(first);
        return row.wasNull()
                ? null
                : new Score(recency, row.getInt(first + 1), row.getInt(first + 2));
    }
}
