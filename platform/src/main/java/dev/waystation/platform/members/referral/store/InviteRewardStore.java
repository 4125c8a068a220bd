package dev.waystation.platform.members.referral.store;

import dev.waystation.platform.members.referral.model.Reward;
import dev.waystation.platform.members.referral.model.Side;
import dev.waystation.platform.members.referral.model.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What both sides get; each reward is given once and settled once. */
@Repository
public class InviteRewardStore {

    private static final String ADD =
            """
            insert into referral.reward
              (member_id, reward_id, invitee_id, campaign_id, side, stage, order_id, points, state,
               explanation_id, held_at)
            values (:member, :id, :invitee, :campaign, :side, :stage, :order, :points, 'HELD',
                    :why, :now)
            on conflict do nothing
            """;

    private static final String MOVE =
            """
            update referral.reward set state = :to, explanation_id = :why, settled_at = :now
            where member_id = :member and reward_id = :id and state = :from
            """;

    private static final String OF_INVITEE =
            "select * from referral.reward where invitee_id = :invitee order by held_at, side, stage";

    private static final String OF_MEMBER =
            """
            select * from referral.reward
            where member_id = :member and campaign_id = :campaign
            order by held_at desc, reward_id limit 500
            """;

    private final JdbcClient jdbc;

    InviteRewardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when it was given before. */
    public boolean add(Reward reward) {
        return jdbc.sql(ADD)
                        .param("member", reward.memberId())
                        .param("id", reward.id())
                        .param("invitee", reward.inviteeId())
                        .param("campaign", reward.campaignId())
                        .param("side", reward.side().name())
                        .param("stage", reward.stage().name())
                        .param("order", reward.orderId())
                        .param("points", reward.points())
                        .param("why", reward.explanationId())
                        .param("now", Times.utc(reward.heldAt()))
                        .update()
                == 1;
    }

    public boolean move(Reward from, Reward.State to, String why, Instant now) {
        return jdbc.sql(MOVE)
                        .param("member", from.memberId())
                        .param("id", from.id())
                        .param("from", from.state().name())
                        .param("to", to.name())
                        .param("why", why)
                        .param("now", Times.utc(now))
                        .update()
                == 1;
    }

    public List<Reward> ofInvitation(long inviteeId) {
        return jdbc.sql(OF_INVITEE).param("invitee", inviteeId).query(this::reward).list();
    }

    public List<Reward> ofMember(long memberId, long campaignId) {
        return jdbc.sql(OF_MEMBER)
                .param("member", memberId)
                .param("campaign", campaignId)
                .query(this::reward)
                .list();
    }

    private Reward reward(ResultSet row, int index) throws SQLException {
        return new Reward(
                row.getObject("reward_id", UUID.class),
                row.getLong("member_id"),
                row.getLong("invitee_id"),
                row.getLong("campaign_id"),
                Side.valueOf(row.getString("side")),
                Stage.valueOf(row.getString("stage")),
                row.getLong("order_id"),
                row.getLong("points"),
                Reward.State.valueOf(row.getString("state")),
                row.getString("explanation_id"),
                Times.at(row, "held_at"),
                Times.maybe(row, "settled_at"));
    }
}
