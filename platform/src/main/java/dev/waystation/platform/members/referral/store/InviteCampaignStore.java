package dev.waystation.platform.members.referral.store;

import dev.waystation.platform.members.referral.model.Campaign;
import dev.waystation.platform.members.referral.model.Terms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Campaigns and every version of their terms. */
@Repository
public class InviteCampaignStore {

    private static final String SELECT =
            """
            select c.campaign_id, c.state, c.version, c.closed_at, v.terms
            from referral.campaign c
            join referral.campaign_version v using (campaign_id, version)
            """;

    private static final String ADD =
            """
            insert into referral.campaign (state, version, starts_at, ends_at)
            values ('DRAFT', 1, :starts, :ends)
            returning campaign_id
            """;

    private static final String ADD_VERSION =
            """
            insert into referral.campaign_version (campaign_id, version, terms, made_by, made_at)
            values (:id, :version, :terms::jsonb, :by, :now)
            """;

    private static final String REVISE =
            """
            update referral.campaign
            set version = :version, starts_at = :starts, ends_at = :ends
            where campaign_id = :id and version = :version - 1 and state <> 'CLOSED'
            """;

    private static final String PUBLISH =
            "update referral.campaign set state = 'RUNNING' where campaign_id = :id and state = 'DRAFT'";

    private static final String CLOSE =
            """
            update referral.campaign set state = 'CLOSED', closed_at = :now
            where campaign_id = :id and state = 'RUNNING'
            """;

    private static final String RUNNING =
            SELECT
                    + """
                    where c.state = 'RUNNING' and c.starts_at <= :now and c.ends_at > :now
                    order by c.starts_at desc, c.campaign_id desc limit 1
                    """;

    private static final String OVER =
            "select campaign_id from referral.campaign where state = 'RUNNING' and ends_at <= :now";

    private static final String TERMS =
            """
            select terms from referral.campaign_version
            where campaign_id = :id and version = :version
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    InviteCampaignStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public long add(Terms terms, String by, Instant now) {
        long id =
                jdbc.sql(ADD)
                        .param("starts", Times.utc(terms.startsAt()))
                        .param("ends", Times.utc(terms.endsAt()))
                        .query(Long.class)
                        .single();
        addVersion(id, 1, terms, by, now);
        return id;
    }

    /** False when the campaign is closed or somebody was faster. */
    public boolean revise(long id, int version, Terms terms, String by, Instant now) {
        boolean moved =
                jdbc.sql(REVISE)
                                .param("id", id)
                                .param("version", version)
                                .param("starts", Times.utc(terms.startsAt()))
                                .param("ends", Times.utc(terms.endsAt()))
                                .update()
                        == 1;
        if (moved) {
            addVersion(id, version, terms, by, now);
        }
        return moved;
    }

    public boolean publish(long id) {
        return jdbc.sql(PUBLISH).param("id", id).update() == 1;
    }

    public boolean close(long id, Instant now) {
        return jdbc.sql(CLOSE).param("id", id).param("now", Times.utc(now)).update() == 1;
    }

    public Optional<Campaign> find(long id) {
        return jdbc.sql(SELECT + "where c.campaign_id = :id")
                .param("id", id)
                .query(this::campaign)
                .optional();
    }

    public List<Campaign> all() {
        return jdbc.sql(SELECT + "order by c.campaign_id desc limit 200")
                .query(this::campaign)
                .list();
    }

    /** The one that began last among those that run. */
    public Optional<Campaign> running(Instant now) {
        return jdbc.sql(RUNNING).param("now", Times.utc(now)).query(this::campaign).optional();
    }

    public List<Long> over(Instant now) {
        return jdbc.sql(OVER)
                .param("now", Times.utc(now))
                .query((row, index) -> row.getLong(1))
                .list();
    }

    public Terms terms(long id, int version) {
        return jdbc.sql(TERMS)
                .param("id", id)
                .param("version", version)
                .query((row, index) -> json.readValue(row.getString(1), Terms.class))
                .single();
    }

    private void addVersion(long id, int version, Terms terms, String by, Instant now) {
        jdbc.sql(ADD_VERSION)
                .param("id", id)
                .param("version", version)
                .param("terms", json.writeValueAsString(terms))
                .param("by", by)
                .param("now", Times.utc(now))
                .update();
    }

    private Campaign campaign(ResultSet row, int index) throws SQLException {
        return new Campaign(
                row.getLong("campaign_id"),
                Campaign.State.valueOf(row.getString("state")),
                row.getInt("version"),
                json.readValue(row.getString("terms"), Terms.class),
                Times.maybe(row, "closed_at"));
    }
}
