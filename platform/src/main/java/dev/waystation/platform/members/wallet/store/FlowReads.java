package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.wallet.model.FlowSheet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The day of stored value from the journal, and what the custody account has to hold. */
@Component
public class FlowReads {

    private static final String LINES =
            """
            select c.code,
                   coalesce(sum(p.amount) filter (where e.posted_at < :from), 0) as opening,
                   coalesce(sum(p.amount) filter (where today and e.kind = 'CREDIT'), 0) as topped,
                   coalesce(-sum(p.amount) filter (where today and e.kind = 'SPEND'), 0) as spent,
                   coalesce(sum(p.amount) filter (where today and e.kind = 'RETURN'), 0) as returned,
                   coalesce(-sum(p.amount) filter (where today and e.kind = 'REVERSAL'), 0)
                     as refunded,
                   coalesce(sum(p.amount) filter (where today and e.kind not in
                     ('CREDIT', 'SPEND', 'RETURN', 'REVERSAL')), 0) as other,
                   coalesce(sum(p.amount), 0) as closing
            from wallet.currency c
            left join (
              select *, posted_at >= :from as today
              from wallet.entry
              where posted_at < :to) e on e.currency = c.code
            left join wallet.posting p
              on p.member_id = e.member_id and p.currency = e.currency
             and p.entry_no = e.entry_no and p.place in ('AVAILABLE', 'HELD')
            where c.code in ('stored_principal', 'stored_gift')
            group by c.code
            order by c.code desc
            """;

    private static final String CUSTODY =
            """
            select coalesce((select amount from wallet.custody where day <= :day
                             order by day desc limit 1), 0) as held,
                   (select max(custody_permille) from wallet.card_rule) as permille
            """;

    private static final String DORMANT =
            """
            select count(*) as accounts, coalesce(sum(a.available), 0) as minor
            from wallet.account a
            where a.currency in ('stored_principal', 'stored_gift') and a.available > 0
              and not exists (
                select 1 from wallet.entry e
                where e.member_id = a.member_id and e.currency = a.currency
                  and e.posted_at >= :since)
            """;

    private static final String HOLDS =
            """
            insert into wallet.custody (day, amount) values (:day, :amount)
            on conflict on constraint custody_pk do update set amount = excluded.amount
            """;

    private final JdbcClient jdbc;

    FlowReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<FlowSheet.Line> lines(Instant from, Instant to) {
        return jdbc.sql(LINES)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, index) ->
                        new FlowSheet.Line(
                                row.getString("code"),
                                row.getLong("opening"),
                                row.getLong("topped"),
                                row.getLong("spent"),
                                row.getLong("returned"),
                                row.getLong("refunded"),
                                row.getLong("other"),
                                row.getLong("closing")))
                .list();
    }

    /** What the bank holds, and how many thousandths of the principal it should. */
    public long[] custody(LocalDate day) {
        return jdbc.sql(CUSTODY)
                .param("day", day)
                .query((row, index) -> new long[] {row.getLong("held"), row.getLong("permille")})
                .single();
    }

    /** How many accounts sleep, and with how much. */
    public long[] dormant(Instant since) {
        return jdbc.sql(DORMANT)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new long[] {row.getLong("accounts"), row.getLong("minor")})
                .single();
    }

    public void holds(LocalDate day, long amount) {
        jdbc.sql(HOLDS).param("day", day).param("amount", amount).update();
    }
}
