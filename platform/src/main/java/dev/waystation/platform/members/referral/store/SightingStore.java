package dev.waystation.platform.members.referral.store;

import dev.waystation.platform.members.referral.model.Signal;
import dev.waystation.platform.members.referral.model.Suspects;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was seen of members, as keyed digests. */
@Repository
public class SightingStore {

    private static final String ADD =
            """
            insert into referral.sighting (member_id, signal, digest, seen_at)
            values (:member, :signal, :digest, :now)
            on conflict on constraint sighting_pk do nothing
            """;

    private static final String SEEN =
            """
            select i.invitee_id, i.inviter_id
            from referral.sighting s
            join referral.invitation i on i.invitee_id = s.member_id
            where s.signal = :signal and s.digest = :digest and i.campaign_id = :campaign
              and i.state <> 'REFUSED'
            limit 2000
            """;

    private static final String INSIDERS =
            """
            select s.member_id
            from referral.sighting s
            where s.signal = :signal and s.digest = :digest
              and exists (select 1 from referral.link l
                          where l.member_id = s.member_id and l.campaign_id = :campaign)
            limit 2000
            """;

    private final JdbcClient jdbc;

    SightingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when it was seen on the member before. */
    public boolean add(long memberId, Signal signal, String digest, Instant now) {
        return jdbc.sql(ADD)
                        .param("member", memberId)
                        .param("signal", signal.name())
                        .param("digest", digest)
                        .param("now", Times.utc(now))
                        .update()
                == 1;
    }

    /** The invited people of a campaign on whom it was seen. */
    public List<Suspects.Seen> seen(long campaignId, Signal signal, String digest) {
        return jdbc.sql(SEEN)
                .param("signal", signal.name())
                .param("digest", digest)
                .param("campaign", campaignId)
                .query((row, index) -> new Suspects.Seen(row.getLong(1), row.getLong(2)))
                .list();
    }

    /** The inviters of a campaign on whom it was seen. */
    public Set<Long> insiders(long campaignId, Signal signal, String digest) {
        return new HashSet<>(
                jdbc.sql(INSIDERS)
                        .param("signal", signal.name())
                        .param("digest", digest)
                        .param("campaign", campaignId)
                        .query((row, index) -> row.getLong(1))
                        .list());
    }
}
