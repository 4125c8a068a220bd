package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.VisitHistories;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits counted from deeds; of those who are one person, under the one who stays. */
@Repository
class VisitRows implements VisitHistories {

    private static final String COUNTED =
            """
            select d.member_id,
                cast(:day as date) - min(d.on_day) as known,
                cast(:day as date) - max(d.on_day) filter (where d.on_day <= :day) as silent,
                count(distinct d.on_day) filter (where d.on_day <= :day) as visits,
                count(distinct d.on_day)
                    filter (where d.on_day <= :day and d.on_day > cast(:day as date) - 90)
                    as lately,
                cast(coalesce(sum(d.amount_minor) filter (where d.on_day <= :day), 0) as bigint)
                    as spent,
                count(distinct d.on_day) filter (where d.on_day > :day) as later,
                cast(coalesce(sum(d.amount_minor) filter (where d.on_day > :day), 0) as bigint)
                    as later_spent
            from audience.deed d
            where d.event in ('trip.completed', 'park.visited')
              and d.on_day <= :later and d.member_id > :after
            group by d.member_id
            having min(d.on_day) <= :day
            """;

    private static final String PAGE = COUNTED + "order by d.member_id limit :limit";

    private static final String EXTENT =
            "select count(*), count(*) filter (where visits > 1), count(*) filter (where later > 0)"
                    + " from ("
                    + COUNTED
                    + ") counted";

    private final JdbcClient jdbc;

    VisitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<History> page(LocalDate day, LocalDate later, long after, int limit) {
        return asked(PAGE, day, later, after)
                .param("limit", limit)
                .query((row, _) ->
                        new History(
                                row.getLong("member_id"),
                                row.getInt("known"),
                                row.getInt("silent"),
                                row.getInt("visits"),
                                row.getInt("lately"),
                                row.getLong("spent"),
                                row.getInt("later"),
                                row.getLong("later_spent")))
                .list();
    }

    @Override
    public Extent extent(LocalDate day, LocalDate later) {
        return asked(EXTENT, day, later, Long.MIN_VALUE)
                .query((row, _) -> new Extent(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, LocalDate day, LocalDate later, long after) {
        return jdbc.sql(sql).param("day", day).param("later", later).param("after", after);
    }
}
