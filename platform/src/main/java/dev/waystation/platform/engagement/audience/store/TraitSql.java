package dev.waystation.platform.engagement.audience.store;

import java.util.List;

/** Statements about all that is kept of one member. */
final class TraitSql {

    /**
     * The values somebody gave, under the names conditions use. Of a field: first each member's own
     * by the rank of its source, then one of those of all members who are this person. Whoever has
     * a row again stands alone.
     */
    private static final String MIRROR =
            """
            update audience.member_trait t
            set extras = coalesce(
                (select jsonb_object_agg(
                        'tag_' || m.tag || case g.kind when 'date' then 'DaysAgo' else '' end,
                        m.value)
                 from audience.member_tag m
                 join audience.tag g on g.code = m.tag
                 where m.member_id = t.member_id and m.value is not null), '{}')
              || coalesce(
                (select jsonb_object_agg(
                        'field_' || w.code || case when w.a_day then 'DaysAgo' else '' end, w.value)
                 from (select distinct on (f.code) f.code, v.value,
                            f.kind = 'date' and f.class <> 'sensitive' as a_day
                       from (select distinct on (v.member_id, v.field) v.*,
                                 array_position(f.sources, v.source) as rank
                             from audience.field_value v
                             join audience.field f on f.code = v.field
                             where v.source = any(f.sources)
                               and (v.member_id = t.member_id or v.member_id in (
                                   select o.member_id from audience.own_trait o
                                   where o.into_id = t.member_id
                                     and not exists (select from audience.member_trait alone
                                                     where alone.member_id = o.member_id)))
                             order by v.member_id, v.field, rank) v
                       join audience.field f on f.code = v.field
                       order by f.code,
                           case f.merge
                               when 'source' then v.rank
                               when 'newest' then -extract(epoch from v.given_at)
                               when 'oldest' then extract(epoch from v.given_at)
                               when 'stays' then cast(v.member_id <> t.member_id as int)
                               when 'largest' then -cast(
                                   case when jsonb_typeof(v.value) = 'number'
                                        then v.value #>> '{}' end as numeric)
                               when 'smallest' then cast(
                                   case when jsonb_typeof(v.value) = 'number'
                                        then v.value #>> '{}' end as numeric)
                           end nulls last, v.given_at desc, v.member_id) w), '{}')
            """;

    static final String MIRROR_VALUES = MIRROR + "where t.member_id = :member";

    static final String MIRROR_MANY = MIRROR + "where t.member_id = any(:moved)";

    /** Of everybody who has a value of a field, under whatever number. */
    static final String MIRROR_FIELD =
            MIRROR
                    + """
                    where t.member_id in (
                        select coalesce(o.into_id, v.member_id) from audience.field_value v
                        left join audience.own_trait o on o.member_id = v.member_id
                        where v.field = :field)
                    """;

    /** Whatever is known of somebody who is no member any more. */
    static final List<String> FORGET =
            List.of(
                    "delete from audience.member_tag where member_id = :member",
                    "delete from audience.tag_past where member_id = :member",
                    "delete from audience.segment_member where member_id = :member",
                    "delete from audience.deed where :member in (member_id, of_member)",
                    "delete from audience.own_trait where member_id = :member",
                    "delete from audience.field_value where member_id = :member",
                    "delete from audience.kept_membership where member_id = :member",
                    "delete from audience.member_trait where member_id = :member",
                    """
                    insert into audience.forgotten (member_id) values (:member)
                    on conflict do nothing
                    """);

    static final String SET_REACH =
            """
            update %s
            set reachable = case when :found
                    then array_append(array_remove(reachable, :channel), :channel)
                    else array_remove(reachable, :channel) end
            where member_id = :member
            """;

    static final String SET_CONSENT =
            """
            update %s
            set consents = case when :granted
                    then array_append(array_remove(consents, :channel), :channel)
                    else array_remove(consents, :channel) end,
                refused = case when :granted
                    then array_remove(refused, :channel)
                    else array_append(array_remove(refused, :channel), :channel) end
            where member_id = :member
            """;

    private TraitSql() {}
}
