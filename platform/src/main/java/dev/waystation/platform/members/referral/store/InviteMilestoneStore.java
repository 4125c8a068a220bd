package dev.waystation.platform.members.referral.store;

import dev.waystation.platform.members.referral.model.Milestone;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The milestones members have reached, each once. */
@Repository
public class InviteMilestoneStore {

    /** A milestone behind a member. */
    public record Reached(int invites, Instant at, String explanationId) {}

    private static final String ADD =
            """
            insert into referral.milestone
              (member_id, campaign_id, invites, kind, prize, explanation_id, reached_at)
            values (:member, :campaign, :invites, :kind, :prize, :why, :now)
            on conflict on constraint milestone_pk do nothing
            """;

    private static final String OF_MEMBER =
            """
            select invites, reached_at, explanation_id from referral.milestone
            where member_id = :member and campaign_id = :campaign order by invites
            """;

    private final JdbcClient jdbc;

    InviteMilestoneStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean add(
            long memberId, long campaignId, Milestone milestone, String why, Instant now) {
        return jdbc.sql(ADD)
                        .param("member", memberId)
                        .param("campaign", campaignId)
                        .param("invites", milestone.invites())
                        .param("kind", milestone.kind().name())
                        .param("prize", milestone.prize())
                        .param("why", why)
                        .param("now", Times.utc(now))
                        .update()
                == 1;
    }

    public List<Reached> ofMember(long memberId, long campaignId) {
        return jdbc.sql(OF_MEMBER)
                .param("member", memberId)
                .param("campaign", campaignId)
                .query((row, index) ->
                        new Reached(
                                row.getInt("invites"),
                                Times.at(row, "reached_at"),
                                row.getString("explanation_id")))
                .list();
    }
}
