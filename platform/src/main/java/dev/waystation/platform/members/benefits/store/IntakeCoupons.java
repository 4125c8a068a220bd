package dev.waystation.platform.members.benefits.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many coupons members have, for files of coupons. */
@Repository
public class IntakeCoupons {

    private static final String HAS =
            """
            select c.campaign_id, c.member_id, count(*) as coupons
            from benefits.coupon c
            join (select distinct campaign, member from unnest(:campaigns, :members)
                    as k (campaign, member)) k
              on c.campaign_id = k.campaign and c.member_id = k.member
            where c.uses = 0 and c.expires_at > :now
            group by c.campaign_id, c.member_id
            """;

    private static final String OF_REFERENCES =
            """
            select reference, uses, expires_at > :now as running from benefits.coupon
            where campaign_id = any (:campaigns) and member_id = any (:members)
              and reference = any (:references)
            """;

    private static final String END =
            """
            update benefits.coupon set expires_at = :now
            where campaign_id = any (:campaigns) and member_id = any (:members)
              and reference = any (:references) and uses = 0 and expires_at > :now
            """;

    private static final String AFTER =
            """
            select c.member_id, c.campaign_id, count(*) as coupons
            from benefits.coupon c
            where c.uses = 0 and c.expires_at > :now and c.member_id in (
              select member_id from benefits.coupon where member_id > :after
              group by member_id order by member_id limit :members)
            group by c.member_id, c.campaign_id
            order by c.member_id, c.campaign_id
            """;

    private static final String LAST =
            """
            select max(member_id) from (
              select member_id from benefits.coupon where member_id > :after
              group by member_id order by member_id limit :members) page
            """;

    /** A member and a campaign. */
    public record Holding(long campaignId, long memberId) {}

    private final JdbcClient jdbc;

    IntakeCoupons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Usable coupons by holding; none where it is left out. */
    public Map<Holding, Integer> usable(Collection<Holding> asked, Instant now) {
        Map<Holding, Integer> has = new HashMap<>();
        jdbc.sql(HAS)
                .param("campaigns", asked.stream().map(Holding::campaignId).toArray(Long[]::new))
                .param("members", asked.stream().map(Holding::memberId).toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    has.put(
                            new Holding(row.getLong("campaign_id"), row.getLong("member_id")),
                            row.getInt("coupons"));
                });
        return has;
    }

    /** Which references gave a coupon, and whether it can still be used. */
    public Map<UUID, Boolean> given(Collection<Holding> of, Collection<UUID> refs, Instant now) {
        Map<UUID, Boolean> given = new HashMap<>();
        bound(OF_REFERENCES, of, refs, now)
                .query(row -> {
                    given.put(
                            row.getObject("reference", UUID.class),
                            row.getInt("uses") == 0 && row.getBoolean("running"));
                });
        return given;
    }

    /** Ends coupons that nobody used. */
    public void end(Collection<Holding> of, Collection<UUID> refs, Instant now) {
        bound(END, of, refs, now).update();
    }

    /** What so many members after one can use. */
    public Map<Holding, Integer> after(long member, int members, Instant now) {
        Map<Holding, Integer> has = new LinkedHashMap<>();
        jdbc.sql(AFTER)
                .param("after", member)
                .param("members", members)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    has.put(
                            new Holding(row.getLong("campaign_id"), row.getLong("member_id")),
                            row.getInt("coupons"));
                });
        return has;
    }

    /** The last of so many members after one; 0 when there is none. */
    public long last(long member, int members) {
        return jdbc.sql(LAST)
                .param("after", member)
                .param("members", members)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private JdbcClient.StatementSpec bound(
            String sql, Collection<Holding> of, Collection<UUID> refs, Instant now) {
        return jdbc.sql(sql)
                .param("campaigns", distinct(of.stream().map(Holding::campaignId).toList()))
                .param("members", distinct(of.stream().map(Holding::memberId).toList()))
                .param("references", refs.toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    private static Long[] distinct(List<Long> numbers) {
        return numbers.stream().distinct().toArray(Long[]::new);
    }
}
