package dev.waystation.platform.members.benefits.store;

import dev.waystation.platform.members.benefits.model.CampaignFigures;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts for screens. */
@Repository
public class CampaignFigureReads {

    private static final String FIGURES =
            """
            select c.id,
                   (select coalesce(sum(b.made), 0) from benefits.code_batch b
                    where b.campaign_id = c.id) as codes,
                   (select coalesce(max(g.sequence), 0) from benefits.coupon g
                    where g.campaign_id = c.id) as claimed,
                   r.reserved, r.redeemed, r.rolled_back, r.discount
            from benefits.campaign c
            left join lateral (
              select count(*) filter (where state = 'RESERVED') as reserved,
                     count(*) filter (where state = 'REDEEMED') as redeemed,
                     count(*) filter (where state = 'ROLLED_BACK') as rolled_back,
                     coalesce(sum(discount_minor) filter (where state = 'REDEEMED'), 0) as discount
              from benefits.redemption where campaign_id = c.id) r on true
            where c.id = any (:ids)
            """;

    private final JdbcClient jdbc;

    CampaignFigureReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<Long, CampaignFigures> of(Collection<Long> campaigns) {
        Map<Long, CampaignFigures> figures = new HashMap<>();
        jdbc.sql(FIGURES)
                .param("ids", campaigns.toArray(Long[]::new))
                .query(row -> {
                    figures.put(
                            row.getLong("id"),
                            new CampaignFigures(
                                    row.getLong("codes"),
                                    row.getLong("claimed"),
                                    row.getLong("reserved"),
                                    row.getLong("redeemed"),
                                    row.getLong("rolled_back"),
                                    row.getLong("discount")));
                });
        return figures;
    }
}
