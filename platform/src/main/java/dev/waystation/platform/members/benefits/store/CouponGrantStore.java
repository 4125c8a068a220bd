package dev.waystation.platform.members.benefits.store;

import dev.waystation.platform.members.benefits.model.Grant;
import dev.waystation.platform.members.benefits.model.Stock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The journal of what was handed out; its key decides between two writers. */
@Repository
public class CouponGrantStore {

    private static final String APPEND =
            """
            insert into benefits.coupon
              (campaign_id, sequence, member_id, nth, reference, source, claimed_at, expires_at)
            select g.campaign, g.seq, g.member, g.nth, g.reference::uuid, g.source,
                   g.claimed::timestamptz, g.expires::timestamptz
            from unnest(:campaign, :seq, :member, :nth, :reference, :source, :claimed, :expires)
              as g (campaign, seq, member, nth, reference, source, claimed, expires)
            """;

    private static final String OUT =
            """
            select distinct on (member_id) member_id, nth, reference from benefits.coupon
            where campaign_id = :campaign
            order by member_id, nth desc
            """;

    private static final String PAST =
            """
            select c.campaign_id, c.sequence, c.member_id, c.nth, c.reference, c.source,
                   c.claimed_at, c.expires_at
            from benefits.coupon c
            join unnest(:campaign, :member) as asked (campaign, member)
              on c.campaign_id = asked.campaign and c.member_id = asked.member
            """;

    private final JdbcClient jdbc;

    public CouponGrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void append(List<Grant> grants) {
        jdbc.sql(APPEND)
                .param("campaign", numbers(grants, Grant::campaignId))
                .param("seq", numbers(grants, Grant::sequence))
                .param("member", numbers(grants, Grant::memberId))
                .param("nth", numbers(grants, Grant::nth))
                .param("reference", texts(grants, each -> each.reference().toString()))
                .param("source", texts(grants, Grant::source))
                .param(
                        "claimed",
                        texts(grants, each -> each.claimedAt().atOffset(ZoneOffset.UTC).toString()))
                .param(
                        "expires",
                        texts(grants, each -> each.expiresAt().atOffset(ZoneOffset.UTC).toString()))
                .update();
    }

    /** The stock as the journal has it. */
    public Stock load(long campaign) {
        Stock stock = new Stock();
        jdbc.sql(OUT)
                .param("campaign", campaign)
                .query(row -> {
                    stock.had(
                            row.getLong("member_id"),
                            row.getInt("nth"),
                            Stock.mark(row.getObject("reference", UUID.class)));
                });
        return stock;
    }

    /** What these members have of these campaigns; the lists go together. */
    public List<Grant> past(Collection<Long> campaigns, Collection<Long> members) {
        return jdbc.sql(PAST)
                .param("campaign", campaigns.toArray(Long[]::new))
                .param("member", members.toArray(Long[]::new))
                .query((row, index) ->
                        new Grant(
                                row.getLong("campaign_id"),
                                row.getLong("sequence"),
                                row.getLong("member_id"),
                                row.getInt("nth"),
                                row.getObject("reference", UUID.class),
                                row.getString("source"),
                                row.getObject("claimed_at", OffsetDateTime.class).toInstant(),
                                row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Long[] numbers(List<Grant> grants, ToLongFunction<Grant> column) {
        return grants.stream().map(column::applyAsLong).toArray(Long[]::new);
    }

    private static String[] texts(
            List<Grant> grants, java.util.function.Function<Grant, String> column) {
        return grants.stream().map(column).toArray(String[]::new);
    }
}
