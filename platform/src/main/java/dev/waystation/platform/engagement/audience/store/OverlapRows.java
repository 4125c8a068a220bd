package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.Segments;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Members of a segment by what reaches them. */
@Repository
public class OverlapRows {

    private static final String REACH =
            """
            select count(*) as matched,
                   count(*) filter (where not :medium = any(t.consents) and not :medium = any(t.refused)) as none,
                   count(*) filter (where not :medium = any(t.consents) and :medium = any(t.refused)) as out,
                   count(*) filter (where :medium = any(t.consents) and not :channel = any(t.reachable)) as lost
            from audience.segment_member m
            join audience.member_trait t on t.member_id = m.member_id
            where m.segment_id = :segment
            """;

    private static final String BEHIND =
            """
            select m.member_id
            from audience.segment_member m
            join audience.member_trait t on t.member_id = m.member_id
            where m.segment_id = :segment and m.member_id > :after
              and case when :medium = any(t.consents)
                       then case when :channel = any(t.reachable) then 'NONE' else 'NO_ADDRESS' end
                       when :medium = any(t.refused) then 'OPTED_OUT'
                       else 'NO_CONSENT' end = :barrier
            order by m.member_id limit :limit
            """;

    private final JdbcClient jdbc;

    OverlapRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Segments.Reach reach(long segmentId, Segments.Way way) {
        return jdbc.sql(REACH)
                .param("segment", segmentId)
                .param("channel", way.channel())
                .param("medium", way.medium())
                .query((row, index) ->
                        new Segments.Reach(
                                row.getLong("matched"),
                                row.getLong("none"),
                                row.getLong("out"),
                                row.getLong("lost")))
                .single();
    }

    public List<Long> behind(
            Segments.Barrier barrier, long segmentId, Segments.Way way, long after, int limit) {
        return jdbc.sql(BEHIND)
                .param("segment", segmentId)
                .param("barrier", barrier.name())
                .param("channel", way.channel())
                .param("medium", way.medium())
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> row.getLong(1))
                .list();
    }
}
