package dev.waystation.platform.engagement.audience.store;

import java.util.List;

/** Statements about all that is kept of one member. */
final class TraitSql {

    /** The values somebody gave, under the names conditions use. */
    static final String MIRROR_VALUES =
            """
            update audience.member_trait t
            set extras = coalesce(
                (select jsonb_object_agg(
                        'tag_' || m.tag || case g.kind when 'date' then 'DaysAgo' else '' end,
                        m.value)
                 from audience.member_tag m
                 join audience.tag g on g.code = m.tag
                 where m.member_id = t.member_id and m.value is not null), '{}')
            where t.member_id = :member
            """;

    /** Whatever is known of somebody who is no member any more. */
    static final List<String> FORGET =
            List.of(
                    "delete from audience.member_tag where member_id = :member",
                    "delete from audience.tag_past where member_id = :member",
                    "delete from audience.segment_member where member_id = :member",
                    "delete from audience.deed where :member in (member_id, of_member)",
                    "delete from audience.own_trait where member_id = :member",
                    "delete from audience.kept_membership where member_id = :member",
                    "delete from audience.member_trait where member_id = :member",
                    """
                    insert into audience.forgotten (member_id) values (:member)
                    on conflict do nothing
                    """);

    private TraitSql() {}
}
