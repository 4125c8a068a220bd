package dev.waystation.platform.members.referral.store;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is taken of an inviter's caps, and how many of the invitations count. */
@Repository
public class TallyStore {

    public static final String ALL = "ALL";

    private static final String TAKE =
            """
            insert into referral.tally as t (inviter_id, campaign_id, period, taken, cap)
            values (:inviter, :campaign, :period, 1, :cap)
            on conflict on constraint tally_pk do update
            set taken = t.taken + 1, cap = excluded.cap
            where t.taken < excluded.cap
            """;

    private static final String GIVE_BACK =
            """
            update referral.tally set taken = taken - 1
            where inviter_id = :inviter and campaign_id = :campaign and period = :period
            """;

    private static final String CONFIRM =
            """
            update referral.tally set confirmed = confirmed + 1, confirmed_at = :now
            where inviter_id = :inviter and campaign_id = :campaign and period = 'ALL'
            returning confirmed
            """;

    private static final String UNCONFIRM =
            """
            update referral.tally set confirmed = confirmed - 1
            where inviter_id = :inviter and campaign_id = :campaign and period = 'ALL'
            """;

    private final JdbcClient jdbc;

    TallyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes one of the cap; false when none is left. Others of this inviter wait. */
    public boolean take(long inviterId, long campaignId, String period, int cap) {
        return jdbc.sql(TAKE)
                        .param("inviter", inviterId)
                        .param("campaign", campaignId)
                        .param("period", period)
                        .param("cap", cap)
                        .update()
                == 1;
    }

    public void giveBack(long inviterId, long campaignId, String period) {
        jdbc.sql(GIVE_BACK)
                .param("inviter", inviterId)
                .param("campaign", campaignId)
                .param("period", period)
                .update();
    }

    /** How many count now, this one included. */
    public int confirm(long inviterId, long campaignId, Instant now) {
        return jdbc.sql(CONFIRM)
                .param("inviter", inviterId)
                .param("campaign", campaignId)
                .param("now", Times.utc(now))
                .query(Integer.class)
                .single();
    }

    public void unconfirm(long inviterId, long campaignId) {
        jdbc.sql(UNCONFIRM).param("inviter", inviterId).param("campaign", campaignId).update();
    }
}
