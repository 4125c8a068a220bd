package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.wallet.Funding;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what happened to a funder's lots from the allocations of entries. */
@Component
class FundingReads implements Funding {

    private static final String MOVEMENTS =
            """
            select case when e.kind in ('CREDIT', 'ACTIVATION') then 'ISSUED'
                        when e.kind in ('SPEND', 'CAPTURE') then 'REDEEMED'
                        when e.kind = 'RETURN' then 'RETURNED'
                        when e.kind in ('EXPIRY', 'REINSTATEMENT') then 'EXPIRED'
                        else 'REVERSED' end as what,
                   sum(case when e.kind in ('CREDIT', 'ACTIVATION', 'RETURN') then -a.amount
                            else a.amount end) as points
            from wallet.lot l
            join wallet.allocation a using (member_id, currency, lot_no)
            join wallet.entry e using (member_id, currency, entry_no)
            where l.funding = :funder and l.currency = :currency
              and e.posted_at >= :from and e.posted_at < :to
              and e.kind not in ('HOLD', 'RELEASE', 'MOVE', 'TRANSFER_OUT', 'TRANSFER_IN')
            group by 1
            order by 1
            """;

    private final JdbcClient jdbc;

    FundingReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Movement> movements(String funder, String currency, Instant from, Instant to) {
        return jdbc.sql(MOVEMENTS)
                .param("funder", funder)
                .param("currency", currency)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Movement(What.valueOf(row.getString("what")), row.getLong("points")))
                .list();
    }
}
