package dev.waystation.platform.engagement.audience.store;

import dev.waystation.condition.SqlFace.Where;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts and fills by a compiled condition over everybody. The text of a condition comes from the
 * compiler alone; whatever people wrote is a parameter.
 */
@Component
public class RecountStore {

    private static final String SELECT = "select t.member_id from audience.member_trait t where ";

    private static final String FILL_SEGMENT =
            """
            insert into audience.segment_member (segment_id, member_id, since, cause)
            select cast(:segment as bigint), t.member_id, cast(:at as timestamptz), :cause
            from audience.member_trait t
            where
            """;

    private static final String FILL_TAG =
            """
            insert into audience.member_tag (member_id, tag, added_at, cause)
            select t.member_id, cast(:tag as text), cast(:at as timestamptz), :cause
            from audience.member_trait t
            where
            """;

    private static final String UNTIL_FILLED = " on conflict do nothing";

    private static final String MIRROR_TAGS =
            """
            update audience.member_trait t
            set tags = m.tags
            from (select member_id, array_agg(tag order by tag) as tags
                  from audience.member_tag group by member_id) m
            where m.member_id = t.member_id and t.tags is distinct from m.tags
            """;

    private final JdbcClient jdbc;

    RecountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody who meets the condition on that day, in the order of numbers. */
    public List<Long> members(Where where, LocalDate today) {
        return bound(SELECT + where.text() + " order by 1", where, today)
                .query((row, index) -> row.getLong(1))
                .list();
    }

    public int fillSegment(long segmentId, Where where, LocalDate today, Instant at, String cause) {
        return bound(FILL_SEGMENT + where.text() + UNTIL_FILLED, where, today)
                .param("segment", segmentId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("cause", cause)
                .update();
    }

    public int fillTag(String tag, Where where, LocalDate today, Instant at, String cause) {
        return bound(FILL_TAG + where.text() + UNTIL_FILLED, where, today)
                .param("tag", tag)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("cause", cause)
                .update();
    }

    /** Brings the tags into the traits after tags were filled. */
    public void mirrorTags() {
        jdbc.sql(MIRROR_TAGS).update();
    }

    private JdbcClient.StatementSpec bound(String sql, Where where, LocalDate today) {
        return jdbc.sql(sql).params(where.parameters()).param("today", today);
    }
}
