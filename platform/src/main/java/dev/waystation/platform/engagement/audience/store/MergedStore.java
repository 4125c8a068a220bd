package dev.waystation.platform.engagement.audience.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Members found to be one person. What each is alone is kept beside; the row of the one who stays
 * is all of them together, and the others have none: no condition, count or list finds them.
 */
@Component
public class MergedStore {

    private static final String STAY =
            """
            select member_id, into_id from audience.own_trait
            where member_id = any(:members)
            """;

    private static final List<String> KEEP =
            List.of(
                    "insert into audience.own_trait ("
                            + TraitStore.COLUMNS
                            + ", into_id) select "
                            + TraitStore.COLUMNS
                            + ", :into from audience.member_trait"
                            + " where member_id in (:member, :into) on conflict do nothing",
                    """
                    insert into audience.kept_membership
                      (member_id, kind, key, since, cause, explanation, rule_version, value)
                    select member_id, 'tag', tag, added_at, cause, explanation, rule_version, value
                    from audience.member_tag where member_id in (:member, :into)
                    on conflict do nothing
                    """,
                    """
                    insert into audience.kept_membership
                      (member_id, kind, key, since, cause, explanation)
                    select member_id, 'segment', cast(segment_id as text), since, cause, explanation
                    from audience.segment_member where member_id in (:member, :into)
                    on conflict do nothing
                    """);

    /** Rules decide their tags and segments themselves; what people set goes over as it is. */
    private static final List<String> HAND_OVER =
            List.of(
                    """
                    update audience.deed d set member_id = :into, of_member = :member
                    where d.member_id = :member
                      and not exists (select from audience.deed o
                                      where o.member_id = :into and o.event = d.event
                                        and o.reference = d.reference)
                    """,
                    """
                    insert into audience.member_tag
                      (member_id, tag, added_at, cause, explanation, value)
                    select :into, m.tag, m.added_at, 'merge', m.explanation, m.value
                    from audience.member_tag m
                    join audience.tag t on t.code = m.tag and t.condition is null
                    where m.member_id = :member
                    on conflict do nothing
                    """,
                    """
                    with came as (
                        insert into audience.segment_member
                          (segment_id, member_id, since, cause, explanation)
                        select m.segment_id, :into, m.since, 'merge', m.explanation
                        from audience.segment_member m
                        join audience.segment s on s.id = m.segment_id and s.kind = 'list'
                        where m.member_id = :member
                        on conflict do nothing returning segment_id, member_id)
                    insert into audience.segment_change
                      (segment_id, member_id, direction, kind, cause, happened_at)
                    select segment_id, member_id, 'entered', 'merge', 'merge',
                        cast(:at as timestamptz)
                    from came
                    """,
                    """
                    with gone as (
                        delete from audience.segment_member where member_id = :member
                        returning segment_id, member_id)
                    insert into audience.segment_change
                      (segment_id, member_id, direction, kind, cause, happened_at)
                    select segment_id, member_id, 'left', 'merge', 'merge', cast(:at as timestamptz)
                    from gone
                    """,
                    "delete from audience.member_tag where member_id = :member",
                    "delete from audience.member_trait where member_id = :member");

    /** Strictest wins: what one of them refused is refused. */
    private static final String COMBINE =
            """
            update audience.member_trait t
            set points = s.points, joined_on = s.joined, student_until = s.until,
                consents = array(
                    select distinct c from audience.own_trait o, unnest(o.consents) as c
                    where o.into_id = :into
                      and not exists (select from audience.own_trait r
                                      where r.into_id = :into and c = any(r.refused))
                    order by c),
                refused = array(
                    select distinct r from audience.own_trait o, unnest(o.refused) as r
                    where o.into_id = :into order by r),
                tags = array(
                    select m.tag from audience.member_tag m where m.member_id = :into
                    order by array_position(t.tags, m.tag), m.tag),
                version = t.version + 1
            from (select sum(points) as points, min(joined_on) as joined,
                      max(student_until) as until
                  from audience.own_trait where into_id = :into) as s
            where t.member_id = :into
            """;

    private static final List<String> HAND_BACK =
            List.of(
                    """
                    update audience.deed set member_id = :member, of_member = null
                    where of_member = :member
                    """,
                    "insert into audience.member_trait ("
                            + TraitStore.COLUMNS
                            + ") select "
                            + TraitStore.COLUMNS
                            + " from audience.own_trait where member_id = :member",
                    """
                    delete from audience.member_tag m
                    using audience.kept_membership k, audience.tag t
                    where m.member_id = :into and m.cause = 'merge' and k.member_id = :member
                      and k.kind = 'tag' and k.key = m.tag and t.code = m.tag
                      and t.condition is null
                    """,
                    """
                    with gone as (
                        delete from audience.segment_member m
                        using audience.kept_membership k, audience.segment s
                        where m.member_id = :into and m.cause = 'merge' and k.member_id = :member
                          and k.kind = 'segment' and k.key = cast(m.segment_id as text)
                          and s.id = m.segment_id and s.kind = 'list'
                        returning m.segment_id, m.member_id)
                    insert into audience.segment_change
                      (segment_id, member_id, direction, kind, cause, happened_at)
                    select segment_id, member_id, 'left', 'merge', 'merge', cast(:at as timestamptz)
                    from gone
                    """,
                    """
                    insert into audience.member_tag
                      (member_id, tag, added_at, cause, explanation, rule_version, value)
                    select member_id, key, since, cause, explanation, rule_version, value
                    from audience.kept_membership where member_id = :member and kind = 'tag'
                    """,
                    """
                    with came as (
                        insert into audience.segment_member
                          (segment_id, member_id, since, cause, explanation)
                        select s.id, k.member_id, k.since, k.cause, k.explanation
                        from audience.kept_membership k
                        join audience.segment s on cast(s.id as text) = k.key
                        where k.member_id = :member and k.kind = 'segment'
                        returning segment_id, member_id)
                    insert into audience.segment_change
                      (segment_id, member_id, direction, kind, cause, happened_at)
                    select segment_id, member_id, 'entered', 'merge', 'merge',
                        cast(:at as timestamptz)
                    from came
                    """);

    private static final String ALONE =
            """
            update audience.member_trait t
            set points = o.points, joined_on = o.joined_on, student_until = o.student_until,
                consents = o.consents, refused = o.refused,
                tags = array(
                    select m.tag from audience.member_tag m where m.member_id = :into
                    order by array_position(o.tags, m.tag), m.tag),
                version = t.version + 1
            from audience.own_trait o
            where o.member_id = :into and t.member_id = :into
            """;

    /** Whoever comes back to what was theirs before has it since then and for that reason. */
    private static final List<String> SINCE_THEN =
            List.of(
                    """
                    update audience.member_tag m
                    set added_at = k.since, cause = k.cause, explanation = k.explanation,
                        rule_version = k.rule_version
                    from audience.kept_membership k
                    where m.member_id = any(:members) and k.member_id = m.member_id
                      and k.kind = 'tag' and k.key = m.tag and m.cause = 'merge'
                    """,
                    """
                    update audience.segment_member m
                    set since = k.since, cause = k.cause, explanation = k.explanation
                    from audience.kept_membership k
                    where m.member_id = any(:members) and k.member_id = m.member_id
                      and k.kind = 'segment' and k.key = cast(m.segment_id as text)
                      and m.cause = 'merge'
                    """,
                    "delete from audience.kept_membership where member_id = any(:members)",
                    "delete from audience.own_trait where member_id = any(:members)");

    private final JdbcClient jdbc;

    MergedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of these members, those of one person with others, and who of them stays. */
    public Map<Long, Long> stay(Collection<Long> members) {
        Map<Long, Long> stay = new HashMap<>();
        jdbc.sql(STAY)
                .param("members", members.toArray(Long[]::new))
                .query(row -> {
                    stay.put(row.getLong("member_id"), row.getLong("into_id"));
                });
        return stay;
    }

    /** Gives all that counts of a member to another; both rows are locked by the caller. */
    public void merge(long member, long into, Instant at) {
        KEEP.forEach(sql -> run(sql, member, into, at));
        HAND_OVER.forEach(sql -> run(sql, member, into, at));
        combine(into);
    }

    /** The row of the one who stays, made afresh of what each of them is. */
    public void combine(long into) {
        jdbc.sql(COMBINE).param("into", into).update();
        mirrorValues(into);
    }

    /** Gives a member back what was theirs; answers whom {@link #forget} is to be called for. */
    public List<Long> part(long member, long into, Instant at) {
        HAND_BACK.forEach(sql -> run(sql, member, into, at));
        mirrorValues(member);
        boolean others =
                jdbc.sql(
                                """
                                select exists (select from audience.own_trait
                                    where into_id = :into and member_id not in (:member, :into))
                                """)
                        .param("member", member)
                        .param("into", into)
                        .query((row, _) -> row.getBoolean(1))
                        .single();
        if (!others) {
            jdbc.sql(ALONE).param("into", into).update();
            mirrorValues(into);
            return List.of(member, into);
        }
        jdbc.sql("delete from audience.own_trait where member_id = :member")
                .param("member", member)
                .update();
        combine(into);
        return List.of(member);
    }

    /** After both were looked at: they have since when and why what they had, and are alone. */
    public void forget(List<Long> members) {
        SINCE_THEN.forEach(
                sql -> jdbc.sql(sql).param("members", members.toArray(Long[]::new)).update());
    }

    private void mirrorValues(long member) {
        jdbc.sql(TraitSql.MIRROR_VALUES).param("member", member).update();
    }

    private void run(String sql, long member, long into, Instant at) {
        jdbc.sql(sql)
                .param("member", member)
                .param("into", into)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
