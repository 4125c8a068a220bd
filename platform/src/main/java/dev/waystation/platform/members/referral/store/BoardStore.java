package dev.waystation.platform.members.referral.store;

import dev.waystation.platform.members.referral.model.BoardPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ten who brought most: live while the campaign runs, frozen when it closes. */
@Repository
public class BoardStore {

    public static final int PLACES = 10;

    private static final String LIVE =
            """
            select row_number() over (order by confirmed desc, confirmed_at, inviter_id) as place,
                   inviter_id as member_id, confirmed as invites, confirmed_at as reached_at
            from referral.tally
            where campaign_id = :campaign and period = 'ALL' and confirmed > 0
            order by place limit :places
            """;

    private static final String FREEZE =
            """
            insert into referral.board_place
              (campaign_id, place, member_id, invites, reached_at, frozen_at)
            select :campaign, b.place, b.member_id, b.invites, b.reached_at, :now
            from (%s) b
            """
                    .formatted(LIVE);

    private static final String FROZEN =
            """
            select place, member_id, invites, reached_at from referral.board_place
            where campaign_id = :campaign order by place
            """;

    private static final String MINE =
            """
            select 1 + count(*) filter (where (o.confirmed, m.confirmed_at, m.inviter_id)
                                            > (m.confirmed, o.confirmed_at, o.inviter_id))
            from referral.tally m
            join referral.tally o on o.campaign_id = m.campaign_id and o.period = 'ALL'
                                  and o.confirmed > 0
            where m.campaign_id = :campaign and m.inviter_id = :member and m.period = 'ALL'
              and m.confirmed > 0
            group by m.inviter_id
            """;

    private final JdbcClient jdbc;

    BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<BoardPlace> live(long campaignId) {
        return jdbc.sql(LIVE)
                .param("campaign", campaignId)
                .param("places", PLACES)
                .query(BoardStore::place)
                .list();
    }

    public void freeze(long campaignId, Instant now) {
        jdbc.sql(FREEZE)
                .param("campaign", campaignId)
                .param("places", PLACES)
                .param("now", Times.utc(now))
                .update();
    }

    public List<BoardPlace> frozen(long campaignId) {
        return jdbc.sql(FROZEN).param("campaign", campaignId).query(BoardStore::place).list();
    }

    /** The member's own place among all, 0 without any. */
    public int placeOf(long campaignId, long memberId) {
        return jdbc.sql(MINE)
                .param("campaign", campaignId)
                .param("member", memberId)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private static BoardPlace place(ResultSet row, int index) throws SQLException {
        return new BoardPlace(
                row.getInt("place"),
                row.getLong("member_id"),
                row.getInt("invites"),
                Times.at(row, "reached_at"));
    }
}
