package dev.waystation.platform.members.referral.store;

import dev.waystation.platform.members.referral.model.Cluster;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Groups of invited people who share something. */
@Repository
public class ClusterReads {

    private static final String CLUSTERS =
            """
            select s.signal, left(md5(s.digest), 8) as name,
                   array_agg(distinct i.invitee_id) as invitees,
                   array_agg(distinct i.inviter_id) as inviters,
                   (select coalesce(sum(r.points) filter (where r.state = 'HELD'), 0)
                    from referral.reward r where r.invitee_id = any(array_agg(i.invitee_id))) as held,
                   (select coalesce(sum(r.points) filter (where r.state = 'EARNED'), 0)
                    from referral.reward r where r.invitee_id = any(array_agg(i.invitee_id))) as earned,
                   count(*) filter (where i.review = 'OPEN') as open,
                   max(s.seen_at) as last_seen
            from referral.sighting s
            join referral.invitation i on i.invitee_id = s.member_id and i.state <> 'REFUSED'
            where i.campaign_id = :campaign and s.signal = any(i.flags)
            group by s.signal, s.digest,
                     case when s.signal in ('NETWORK', 'PLACE') then i.inviter_id else 0 end
            having count(*) >= 2
            order by count(*) desc, last_seen desc
            limit 50
            """;

    private final JdbcClient jdbc;

    ClusterReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Cluster> flagged(long campaignId) {
        return jdbc.sql(CLUSTERS)
                .param("campaign", campaignId)
                .query((row, index) ->
                        new Cluster(
                                row.getString("signal"),
                                row.getString("name"),
                                Arrays.asList((Long[]) row.getArray("invitees").getArray()),
                                Arrays.asList((Long[]) row.getArray("inviters").getArray()),
                                row.getLong("held"),
                                row.getLong("earned"),
                                row.getInt("open"),
                                Times.at(row, "last_seen")))
                .list();
    }
}
