package dev.waystation.platform.members.referral.store;

import dev.waystation.platform.members.referral.model.InviteLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A member's links, one per campaign and channel. */
@Repository
public class InviteLinkStore {

    private static final String ADD =
            """
            insert into referral.link (member_id, campaign_id, channel, code, made_at)
            values (:member, :campaign, :channel, :code, :now)
            on conflict do nothing
            """;

    private static final String BY_CODE =
            "select member_id, campaign_id, channel, code from referral.link where code = :code";

    private static final String OF_MEMBER =
            """
            select member_id, campaign_id, channel, code from referral.link
            where member_id = :member and campaign_id = :campaign
            order by made_at, channel
            """;

    private final JdbcClient jdbc;

    InviteLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when there is such a link, or the code is taken. */
    public boolean add(InviteLink link, Instant now) {
        return jdbc.sql(ADD)
                        .param("member", link.memberId())
                        .param("campaign", link.campaignId())
                        .param("channel", link.channel())
                        .param("code", link.code())
                        .param("now", Times.utc(now))
                        .update()
                == 1;
    }

    public Optional<InviteLink> byCode(String code) {
        return jdbc.sql(BY_CODE).param("code", code).query(InviteLink.class).optional();
    }

    public List<InviteLink> ofMember(long memberId, long campaignId) {
        return jdbc.sql(OF_MEMBER)
                .param("member", memberId)
                .param("campaign", campaignId)
                .query((row, index) ->
                        new InviteLink(
                                row.getLong("member_id"),
                                row.getLong("campaign_id"),
                                row.getString("channel"),
                                row.getString("code")))
                .list();
    }
}
