package dev.waystation.platform.members.loyalty.store;

import dev.waystation.platform.members.loyalty.model.MetricDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What members did, by metric and day. */
@Component
public class MetricStore {

    private static final String ADD =
            """
            insert into loyalty.metric_bucket as b (member_id, metric, day, value)
            select m.member_id, m.metric, m.day::date, sum(m.value)
            from unnest(:members, :metrics, :days, :values) as m (member_id, metric, day, value)
            group by m.member_id, m.metric, m.day
            order by m.member_id, m.metric, m.day
            on conflict on constraint metric_bucket_pk do update set value = b.value + excluded.value
            """;

    private static final String OF =
            """
            select member_id, metric, day, value
            from loyalty.metric_bucket
            where member_id = any (:members)
            order by member_id, metric, day
            """;

    private static final String MEMBERS =
            """
            select distinct member_id
            from loyalty.metric_bucket
            where member_id > :after and metric like :programme || '.%'
            order by member_id
            limit :limit
            """;

    private static final String COUNT =
            """
            select count(distinct member_id)
            from loyalty.metric_bucket
            where metric like :programme || '.%'
            """;

    private final JdbcClient jdbc;

    MetricStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(List<MetricDay> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param("members", days.stream().map(MetricDay::memberId).toArray(Long[]::new))
                .param("metrics", days.stream().map(MetricDay::metric).toArray(String[]::new))
                .param("days", days.stream().map(d -> d.day().toString()).toArray(String[]::new))
                .param("values", days.stream().map(MetricDay::value).toArray(Long[]::new))
                .update();
    }

    /** Everything some members did, by member. */
    public Map<Long, List<MetricDay>> of(List<Long> members) {
        return jdbc
                .sql(OF)
                .param("members", members.toArray(Long[]::new))
                .query((row, _) ->
                        new MetricDay(
                                row.getLong("member_id"),
                                row.getString("metric"),
                                row.getObject("day", LocalDate.class),
                                row.getLong("value")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(MetricDay::memberId));
    }

    /** Members who did anything in a programme, page by page. */
    public List<Long> members(String programme, long after, int limit) {
        return jdbc.sql(MEMBERS)
                .param("programme", programme)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    public long countMembers(String programme) {
        return jdbc.sql(COUNT).param("programme", programme).query(Long.class).single();
    }
}
