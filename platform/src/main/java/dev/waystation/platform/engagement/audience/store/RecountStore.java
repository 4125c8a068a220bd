package dev.waystation.platform.engagement.audience.store;

import dev.waystation.condition.SqlFace.Where;
import dev.waystation.platform.engagement.audience.model.Cause;
import dev.waystation.platform.engagement.audience.model.MemberView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

    /** Around a compiled condition on {@code t}; what changed goes into the feed with its cause. */
    private static final String FILL_SEGMENT =
            """
            with came as (
                insert into audience.segment_member (segment_id, member_id, since, cause)
                select cast(:segment as bigint), t.member_id, cast(:at as timestamptz), :cause
                from audience.member_trait t
                where (%s)
                on conflict do nothing
                returning segment_id, member_id),
            fed as (
                insert into audience.segment_change
                  (segment_id, member_id, direction, kind, cause, happened_at)
                select segment_id, member_id, 'entered', :kind, :cause, cast(:at as timestamptz)
                from came order by member_id)
            select count(*) from came
            """;

    private static final String EMPTY_SEGMENT =
            """
            with gone as (
                delete from audience.segment_member held
                where held.segment_id = :segment
                  and not exists (select from audience.member_trait t
                                  where t.member_id = held.member_id and (%s))
                returning held.segment_id, held.member_id),
            fed as (
                insert into audience.segment_change
                  (segment_id, member_id, direction, kind, cause, happened_at)
                select segment_id, member_id, 'left', :kind, :cause, cast(:at as timestamptz)
                from gone order by member_id)
            select count(*) from gone
            """;

    private static final String FILL_TAGS =
            """
            insert into audience.member_tag (member_id, tag, added_at, cause, rule_version)
            select n.member_id, n.tag, cast(:at as timestamptz), :cause,
                case when t.condition is not null then t.version end
            from unnest(:members, :tags) as n (member_id, tag)
            left join audience.tag t on t.code = n.tag
            on conflict do nothing
            """;

    private static final String CLEAR_TAGS =
            """
            with gone as (
                delete from audience.member_tag m
                using unnest(:page, :kept) as n (member_id, kept)
                where m.member_id = n.member_id and m.tag = any(:ruled)
                  and not m.tag = any(string_to_array(n.kept, ','))
                returning m.member_id, m.tag, m.added_at, m.cause, m.rule_version)
            insert into audience.tag_past
              (member_id, tag, added_at, added_cause, added_rule_version,
               removed_at, removed_cause, removed_rule_version)
            select g.member_id, g.tag, g.added_at, g.cause, g.rule_version,
                cast(:at as timestamptz), :cause, t.version
            from gone g join audience.tag t on t.code = g.tag
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

    /** Lets everybody in who meets the condition; answers how many were not in before. */
    public int fillSegment(long segmentId, Where where, LocalDate today, Instant at, String cause) {
        return move(FILL_SEGMENT, segmentId, where, today, at, cause);
    }

    /** Lets everybody go who does not meet the condition any more; answers how many. */
    public int emptySegment(
            long segmentId, Where where, LocalDate today, Instant at, String cause) {
        return move(EMPTY_SEGMENT, segmentId, where, today, at, cause);
    }

    private int move(
            String sql, long segmentId, Where where, LocalDate today, Instant at, String cause) {
        return bound(sql.formatted(where.text()), where, today)
                .param("segment", segmentId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("kind", Cause.kind(cause))
                .param("cause", cause)
                .query((row, index) -> row.getInt(1))
                .single();
    }

    /** Makes the tags with rules of these members what they are now; the others stay. */
    public void fillTags(List<MemberView> page, List<String> ruled, Instant at, String cause) {
        List<Long> members = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        boolean hadAny = false;
        for (MemberView member : page) {
            hadAny |= !member.traits().tags().isEmpty();
            for (String tag : member.tags()) {
                members.add(member.traits().memberId());
                tags.add(tag);
            }
        }
        Long[] memberIds = members.toArray(Long[]::new);
        String[] codes = tags.toArray(String[]::new);
        if (hadAny) {
            jdbc.sql(CLEAR_TAGS)
                    .param(
                            "page",
                            page.stream().map(m -> m.traits().memberId()).toArray(Long[]::new))
                    .param("ruled", ruled.toArray(String[]::new))
                    .param(
                            "kept",
                            page.stream()
                                    .map(m -> String.join(",", m.tags()))
                                    .toArray(String[]::new))
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("cause", cause)
                    .update();
        }
        jdbc.sql(FILL_TAGS)
                .param("members", memberIds)
                .param("tags", codes)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("cause", cause)
                .update();
    }

    private JdbcClient.StatementSpec bound(String sql, Where where, LocalDate today) {
        return jdbc.sql(sql).params(where.parameters()).param("today", today);
    }
}
