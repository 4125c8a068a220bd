package dev.waystation.platform.members.referral.store;

import dev.waystation.platform.members.referral.InviteRefusal;
import dev.waystation.platform.members.referral.model.Invitation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was brought by whom; every step is conditional on the one before it. */
@Repository
public class InviteBook {

    private static final String ADD =
            """
            insert into referral.invitation
              (invitee_id, inviter_id, campaign_id, version, code, channel, touched_at, joined_at,
               state, refusal, review, flags, why_inviter, why_invitee)
            values (:invitee, :inviter, :campaign, :version, :code, :channel, :touched, :joined,
                    :state, :refusal, 'NONE', '{}', :whyInviter, :whyInvitee)
            on conflict on constraint invitation_pk do nothing
            """;

    private static final String LOCKED =
            "select * from referral.invitation where invitee_id = :invitee for update";

    private static final String REFUSE =
            """
            update referral.invitation
            set state = 'REFUSED', refusal = :code, why_inviter = :whyInviter,
                why_invitee = :whyInvitee
            where invitee_id = :invitee
            """;

    private static final String ORDERED =
            """
            update referral.invitation set first_order = :order, ordered_at = :now
            where invitee_id = :invitee
            """;

    private static final String TRAVELLED =
            """
            update referral.invitation set travelled_at = :now
            where invitee_id = :invitee and travelled_at is null
            """;

    private static final String CONFIRM =
            """
            update referral.invitation set state = 'CONFIRMED', confirmed_at = :now
            where invitee_id = :invitee and state = 'WAITING'
            """;

    private static final String FLAG =
            """
            update referral.invitation
            set review = 'OPEN', flags = array(select distinct unnest(flags || :flag::text) order by 1),
                flagged_at = coalesce(flagged_at, :now), why_review = :why
            where invitee_id = any(:invitees) and state in ('WAITING', 'CONFIRMED')
              and review in ('NONE', 'OPEN') and not (:flag = any(flags))
            returning invitee_id
            """;

    private static final String DECIDE =
            """
            update referral.invitation
            set review = case when :approved then 'APPROVED' else 'REJECTED' end,
                state = case when :approved then state else 'REJECTED' end,
                decided_by = :by, decided_at = :now, decision = :reason
            where invitee_id = :invitee and state in ('WAITING', 'CONFIRMED')
              and (review = 'OPEN' or (:asIs and not :approved))
            """;

    private static final String SINCE =
            """
            select count(*) from referral.invitation
            where inviter_id = :inviter and campaign_id = :campaign and state <> 'REFUSED'
              and joined_at > :from and joined_at <= :to
            """;

    private static final String REJECTED =
            """
            select count(*) from referral.invitation
            where inviter_id = :inviter and campaign_id = :campaign and state = 'REJECTED'
            """;

    private final JdbcClient jdbc;

    InviteBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the newcomer was invited before. */
    public boolean add(Invitation given) {
        return jdbc.sql(ADD)
                        .param("invitee", given.inviteeId())
                        .param("inviter", given.inviterId())
                        .param("campaign", given.campaignId())
                        .param("version", given.version())
                        .param("code", given.code())
                        .param("channel", given.channel())
                        .param("touched", Times.utc(given.touchedAt()))
                        .param("joined", Times.utc(given.joinedAt()))
                        .param("state", given.state().name())
                        .param("refusal", given.refusal())
                        .param("whyInviter", given.whys().inviter())
                        .param("whyInvitee", given.whys().invitee())
                        .update()
                == 1;
    }

    /** The invitation, kept from others until this transaction ends. */
    public Optional<Invitation> locked(long inviteeId) {
        return jdbc.sql(LOCKED).param("invitee", inviteeId).query(InvitationRow::read).optional();
    }

    public Optional<Invitation> find(long inviteeId) {
        return jdbc.sql("select * from referral.invitation where invitee_id = :invitee")
                .param("invitee", inviteeId)
                .query(InvitationRow::read)
                .optional();
    }

    public void refuse(long inviteeId, InviteRefusal code, Invitation.Whys whys) {
        jdbc.sql(REFUSE)
                .param("invitee", inviteeId)
                .param("code", code.name())
                .param("whyInviter", whys.inviter())
                .param("whyInvitee", whys.invitee())
                .update();
    }

    /** Which order counts as the first one; null when none is left. */
    public void ordered(long inviteeId, @Nullable Long orderId, @Nullable Instant at) {
        jdbc.sql(ORDERED)
                .param("invitee", inviteeId)
                .param("order", orderId)
                .param("now", at == null ? null : Times.utc(at))
                .update();
    }

    public void travelled(long inviteeId, Instant at) {
        jdbc.sql(TRAVELLED).param("invitee", inviteeId).param("now", Times.utc(at)).update();
    }

    public boolean confirm(long inviteeId, Instant at) {
        return jdbc.sql(CONFIRM).param("invitee", inviteeId).param("now", Times.utc(at)).update()
                == 1;
    }

    /** Marks those that are not marked for this yet; whoever was approved stays approved. */
    public List<Long> flag(Collection<Long> invitees, String flag, String why, Instant now) {
        return jdbc.sql(FLAG)
                .param("invitees", invitees.toArray(Long[]::new))
                .param("flag", flag)
                .param("why", why)
                .param("now", Times.utc(now))
                .query((row, index) -> row.getLong(1))
                .list();
    }

    /**
     * @param asIs whether to reject also what nobody was asked about
     */
    public boolean decide(
            long inviteeId, boolean approved, boolean asIs, String by, String reason, Instant now) {
        return jdbc.sql(DECIDE)
                        .param("invitee", inviteeId)
                        .param("approved", approved)
                        .param("asIs", asIs)
                        .param("by", by)
                        .param("reason", reason)
                        .param("now", Times.utc(now))
                        .update()
                == 1;
    }

    /** How many people of an inviter joined in a stretch of time. */
    public int joined(long inviterId, long campaignId, Instant from, Instant to) {
        return jdbc.sql(SINCE)
                .param("inviter", inviterId)
                .param("campaign", campaignId)
                .param("from", Times.utc(from))
                .param("to", Times.utc(to))
                .query(Integer.class)
                .single();
    }

    public int rejected(long inviterId, long campaignId) {
        return jdbc.sql(REJECTED)
                .param("inviter", inviterId)
                .param("campaign", campaignId)
                .query(Integer.class)
                .single();
    }
}
