package dev.waystation.platform.engagement.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What two members who may be one person have, and what was told of them. */
abstract class TwoMembers extends JourneyStage {

    final String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    final String event = "room.opened" + unique;
    long stays;
    long goes;
    long opened;

    Map<String, Boolean> said(long who) {
        var said = new HashMap<String, Boolean>();
        for (String channel : List.of("wechat", "inbox")) {
            said.put(channel, members.consent(who, channel, "marketing").granted());
        }
        return said;
    }

    List<Long> inside(long segment) {
        return jdbc.sql(
                        """
                        select member_id from audience.segment_member
                        where segment_id = :segment and member_id in (:stays, :goes) order by 1
                        """)
                .param("segment", segment)
                .param("stays", stays)
                .param("goes", goes)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    List<String> feed(long segment) {
        return jdbc.sql(
                        """
                        select direction || ' ' || member_id || ' ' || kind
                        from audience.segment_change
                        where segment_id = :segment and member_id in (:stays, :goes)
                        order by change_id
                        """)
                .param("segment", segment)
                .param("stays", stays)
                .param("goes", goes)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** The segments a member was said to enter or leave because of a merge. */
    List<String> told(long who) {
        return jdbc.sql(
                        """
                        select case type when 'audience.SegmentEntered' then 'entered '
                                         else 'left ' end
                               || (body ->> 'segmentId') || ' ' || (body ->> 'cause')
                        from foundation.fact
                        where type in ('audience.SegmentEntered', 'audience.SegmentLeft')
                          and subject = :who and body ->> 'cause' = 'merge'
                          and cast(body ->> 'segmentId' as bigint) in
                              (select id from audience.segment where name_zh like 'carried %')
                        """)
                .param("who", who)
                .query((row, _) -> row.getString(1))
                .list();
    }

    String passages(long who) {
        return jdbc.sql(
                        """
                        select string_agg(journey_id || ' ' || node || ' ' || state || ' '
                            || coalesce(ended_at::text, 'null'), '|' order by enrolment_id)
                        from journey.enrolment where member_id = :who
                        """)
                .param("who", who)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .single();
    }

    /** All that tags and segments know of both, but for what was said and done meanwhile. */
    List<String> rows() {
        return jdbc.sql(
                        """
                        select (to_jsonb(t) - 'version' - 'refused' - 'tags')::text
                        from audience.member_trait t where member_id in (:stays, :goes)
                        union all
                        select t::text from audience.member_tag t
                        where member_id in (:stays, :goes) and tag not like '%wechat' and tag not like '%inbox'
                        union all
                        select s::text from audience.segment_member s
                        where member_id in (:stays, :goes) and segment_id <> :opened
                        union all
                        select d::text from audience.deed d
                        where member_id in (:stays, :goes) and event <> :event
                        """)
                .param("stays", stays)
                .param("goes", goes)
                .param("opened", opened)
                .param("event", event)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
