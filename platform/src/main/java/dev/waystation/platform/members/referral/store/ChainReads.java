package dev.waystation.platform.members.referral.store;

import dev.waystation.platform.members.referral.model.ChainStep;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who brought whom, over all generations. The arrows make a forest: everybody is brought once. */
@Repository
public class ChainReads {

    /** Deeper than any chain of people; a loop, which cannot be, would end here. */
    private static final int DEEPEST = 64;

    private static final int WIDEST = 500;

    private static final String BELOW =
            """
            with recursive chain as (
                select invitee_id, inviter_id, 1 as depth, array[inviter_id, invitee_id] as path
                from referral.invitation
                where inviter_id = :member and state <> 'REFUSED'
                union all
                select i.invitee_id, i.inviter_id, c.depth + 1, c.path || i.invitee_id
                from referral.invitation i
                join chain c on i.inviter_id = c.invitee_id
                where i.state <> 'REFUSED' and c.depth < :depth and i.invitee_id <> all(c.path)
            )
            select c.invitee_id, c.inviter_id, c.depth, i.state, i.review, i.flags,
                   coalesce((select sum(points) from referral.reward r
                             where r.invitee_id = c.invitee_id and r.state = 'HELD'), 0) as held,
                   coalesce((select sum(points) from referral.reward r
                             where r.invitee_id = c.invitee_id and r.state = 'EARNED'), 0) as earned,
                   (select count(*) from referral.invitation b
                    where b.inviter_id = c.invitee_id and b.state <> 'REFUSED') as brought
            from chain c
            join referral.invitation i on i.invitee_id = c.invitee_id
            order by c.depth, i.joined_at, c.invitee_id
            limit :widest
            """;

    private static final String ABOVE =
            """
            with recursive chain as (
                select inviter_id, 1 as depth from referral.invitation
                where invitee_id = :member and state <> 'REFUSED'
                union all
                select i.inviter_id, c.depth + 1
                from referral.invitation i join chain c on i.invitee_id = c.inviter_id
                where i.state <> 'REFUSED' and c.depth < :depth
            )
            select inviter_id from chain order by depth
            """;

    private final JdbcClient jdbc;

    ChainReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody a member brought, directly or not, down to a depth. */
    public List<ChainStep> below(long memberId, int depth) {
        return jdbc.sql(BELOW)
                .param("member", memberId)
                .param("depth", Math.min(depth, DEEPEST))
                .param("widest", WIDEST)
                .query((row, index) ->
                        new ChainStep(
                                row.getLong("invitee_id"),
                                row.getLong("inviter_id"),
                                row.getInt("depth"),
                                row.getString("state"),
                                row.getString("review"),
                                List.of((String[]) row.getArray("flags").getArray()),
                                row.getLong("held"),
                                row.getLong("earned"),
                                row.getInt("brought")))
                .list();
    }

    /** Who brought the member, who brought those, up to the root. */
    public List<Long> above(long memberId) {
        return jdbc.sql(ABOVE)
                .param("member", memberId)
                .param("depth", DEEPEST)
                .query((row, index) -> row.getLong(1))
                .list();
    }
}
