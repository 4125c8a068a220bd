package dev.waystation.platform.members.referral.store;

import dev.waystation.platform.members.referral.model.InviteLink;
import dev.waystation.platform.members.referral.model.Trace;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who opened whose link, before anybody knows who they are. */
@Repository
public class TouchStore {

    /** A touch as it was kept. */
    public record Kept(
            long campaignId,
            long inviterId,
            String code,
            String channel,
            Instant at,
            Trace trace,
            boolean ownDevice) {}

    private static final String ADD =
            """
            insert into referral.touch
              (visitor, code, campaign_id, inviter_id, channel, device, network, place, touched_at)
            values (:visitor, :code, :campaign, :inviter, :channel, :device, :network, :place, :now)
            """;

    private static final String OF_VISITOR =
            """
            select t.campaign_id, t.inviter_id, t.code, t.channel, t.touched_at,
                   t.device, t.network, t.place,
                   exists (select 1 from referral.sighting s
                           where s.member_id = t.inviter_id and s.signal = 'DEVICE'
                             and s.digest = t.device) as own_device
            from referral.touch t
            where t.visitor = :visitor and t.spent_by is null
            order by t.touch_id
            limit 50
            """;

    private static final String SPEND =
            "update referral.touch set spent_by = :member where visitor = :visitor and spent_by is null";

    private final JdbcClient jdbc;

    TouchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(byte[] visitor, InviteLink link, Trace trace, Instant now) {
        jdbc.sql(ADD)
                .param("visitor", visitor)
                .param("code", link.code())
                .param("campaign", link.campaignId())
                .param("inviter", link.memberId())
                .param("channel", link.channel())
                .param("device", trace.device())
                .param("network", trace.network())
                .param("place", trace.place())
                .param("now", Times.utc(now))
                .update();
    }

    /** In the order in which the links were opened. */
    public List<Kept> ofVisitor(byte[] visitor) {
        return jdbc.sql(OF_VISITOR)
                .param("visitor", visitor)
                .query((row, index) ->
                        new Kept(
                                row.getLong("campaign_id"),
                                row.getLong("inviter_id"),
                                row.getString("code"),
                                row.getString("channel"),
                                Times.at(row, "touched_at"),
                                new Trace(
                                        row.getString("device"),
                                        row.getString("network"),
                                        row.getString("place")),
                                row.getBoolean("own_device")))
                .list();
    }

    /** The next person on this browser begins anew. */
    public void spend(byte[] visitor, long memberId) {
        jdbc.sql(SPEND).param("visitor", visitor).param("member", memberId).update();
    }
}
