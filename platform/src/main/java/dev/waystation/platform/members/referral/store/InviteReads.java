package dev.waystation.platform.members.referral.store;

import dev.waystation.platform.members.referral.model.Funnel;
import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.InviteLine;
import dev.waystation.platform.members.referral.model.WaitingLine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invitations as screens show them. */
@Repository
public class InviteReads {

    private static final String LINES =
            """
            select i.*, r.held, r.earned, r.reversed
            from referral.invitation i
            left join lateral (
                select coalesce(sum(points) filter (where state = 'HELD'), 0) as held,
                       coalesce(sum(points) filter (where state = 'EARNED'), 0) as earned,
                       coalesce(sum(points) filter (where state = 'REVERSED'), 0) as reversed
                from referral.reward w
                where w.invitee_id = i.invitee_id
                  and (:member::bigint is null or w.member_id = :member)) r on true
            """;

    private static final String OF_INVITER =
            LINES
                    + """
                    where i.inviter_id = :member and i.campaign_id = :campaign
                      and i.invitee_id <> i.inviter_id
                    order by i.joined_at desc, i.invitee_id limit 200
                    """;

    private static final String QUEUE =
            LINES
                    + """
                    where i.review = :review and (:campaign::bigint is null or i.campaign_id = :campaign)
                    order by i.flagged_at, i.invitee_id limit 200
                    """;

    private static final String FUNNEL =
            """
            with l as (select count(distinct member_id) as inviters from referral.link
                       where campaign_id = :campaign),
                 t as (select count(*) as clicks, count(distinct visitor) as visitors
                       from referral.touch where campaign_id = :campaign),
                 i as (select count(*) filter (where state <> 'REFUSED') as registrations,
                              count(*) filter (where state <> 'REFUSED' and first_order is not null)
                                  as first_orders,
                              count(*) filter (where state = 'CONFIRMED') as confirmed,
                              count(*) filter (where state = 'REFUSED') as refused,
                              count(*) filter (where review = 'OPEN') as in_review
                       from referral.invitation where campaign_id = :campaign),
                 r as (select coalesce(sum(points) filter (where state = 'HELD'), 0) as points_held,
                              coalesce(sum(points) filter (where state = 'EARNED'), 0) as points_earned,
                              coalesce(sum(points) filter (where state in ('REVERSED', 'CANCELLED')), 0)
                                  as points_reversed
                       from referral.reward where campaign_id = :campaign)
            select * from l, t, i, r
            """;

    private final JdbcClient jdbc;

    InviteReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whom a member brought, newest first, with what it brought the member. */
    public List<InviteLine> ofInviter(long memberId, long campaignId) {
        return jdbc.sql(OF_INVITER)
                .param("member", memberId)
                .param("campaign", campaignId)
                .query((row, index) -> line(row, index))
                .list();
    }

    public List<WaitingLine> queue(Invitation.Review review, @Nullable Long campaignId) {
        return jdbc.sql(QUEUE)
                .param("member", null, java.sql.Types.BIGINT)
                .param("review", review.name())
                .param("campaign", campaignId, java.sql.Types.BIGINT)
                .query((row, index) ->
                        new WaitingLine(
                                line(row, index),
                                Times.at(row, "flagged_at"),
                                row.getString("why_review"),
                                row.getString("decision")))
                .list();
    }

    /** How many invitations wait for a person. */
    public long waiting() {
        return jdbc.sql("select count(*) from referral.invitation where review = 'OPEN'")
                .query(Long.class)
                .single();
    }

    /** One invitation with both sides' rewards. */
    public Optional<InviteLine> line(long inviteeId) {
        return jdbc.sql(LINES + "where i.invitee_id = :invitee")
                .param("member", null, java.sql.Types.BIGINT)
                .param("invitee", inviteeId)
                .query((row, index) -> line(row, index))
                .optional();
    }

    public Funnel funnel(long campaignId) {
        return jdbc.sql(FUNNEL)
                .param("campaign", campaignId)
                .query((row, index) ->
                        new Funnel(
                                row.getLong("inviters"),
                                row.getLong("clicks"),
                                row.getLong("visitors"),
                                row.getLong("registrations"),
                                row.getLong("first_orders"),
                                row.getLong("confirmed"),
                                row.getLong("refused"),
                                row.getLong("in_review"),
                                row.getLong("points_held"),
                                row.getLong("points_earned"),
                                row.getLong("points_reversed")))
                .single();
    }

    private static InviteLine line(java.sql.ResultSet row, int index) throws java.sql.SQLException {
        return new InviteLine(
                InvitationRow.read(row, index),
                row.getLong("held"),
                row.getLong("earned"),
                row.getLong("reversed"));
    }
}
