package dev.waystation.platform.engagement.audience.store;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Members by the combination of segments they are in. */
@Repository
public class OverlapRows {

    private static final String COMBINATIONS =
            """
            select segments, count(*) as members
            from (select array_agg(segment_id order by segment_id) as segments
                  from audience.segment_member where segment_id = any(:ids)
                  group by member_id) m
            group by segments order by members desc, segments
            """;

    private final JdbcClient jdbc;

    OverlapRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many are in exactly these segments. */
    public record Combination(List<Long> segmentIds, long count) {}

    public List<Combination> combinations(List<Long> segmentIds) {
        return jdbc.sql(COMBINATIONS)
                .param("ids", segmentIds.toArray(Long[]::new))
                .query((row, number) ->
                        new Combination(ids(row.getArray("segments")), row.getLong("members")))
                .list();
    }

    private static List<Long> ids(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }
}
