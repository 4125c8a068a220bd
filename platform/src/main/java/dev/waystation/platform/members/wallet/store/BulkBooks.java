package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.wallet.PastCredit;
import dev.waystation.platform.members.wallet.SeedWallet;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes past credits and their expiry, each table in one statement. */
@Component
class BulkBooks implements SeedWallet {

    private static final String GIVEN =
            """
            create temporary table past_credit on commit drop as
            select g.member_id, g.currency, g.amount, g.at::timestamptz as at, g.source,
                   coalesce(g.funding, c.funding) as funding,
                   ((date_trunc('month', (g.at::timestamptz at time zone :zone)
                       + make_interval(months => c.term_months)) + interval '1 month')::date - 1)
                     as last_day
            from unnest(:members, :currencies, :amounts, :times, :sources, :fundings)
              as g (member_id, currency, amount, at, source, funding)
            join wallet.currency c on c.code = g.currency
            """;

    private static final String LOTS =
            """
            insert into wallet.lot
              (member_id, currency, lot_no, last_day, funding, source, original, free, held)
            select member_id, currency,
                   row_number() over (partition by member_id, currency order by last_day, source),
                   last_day, funding, source, sum(amount),
                   case when last_day < :today then 0 else sum(amount) end, 0
            from past_credit
            group by member_id, currency, last_day, funding, source
            """;

    private static final String MOVES =
            """
            create temporary table past_move on commit drop as
            select m.*,
                   row_number() over w as entry_no,
                   sum(change) over (w rows unbounded preceding) as balance
            from (
              select member_id, currency, 'CREDIT' as kind, amount, amount as change, at, source,
                     last_day
              from past_credit
              union all
              select member_id, currency, 'EXPIRY', sum(amount), -sum(amount),
                     (last_day + 1)::timestamp at time zone :zone, 'expiry', last_day
              from past_credit
              where last_day < :today
              group by member_id, currency, last_day) m
            window w as (partition by member_id, currency order by at, kind desc, last_day)
            """;

    // A credit fills its lot; an expiry empties all lots of its day.
    private static final String ENTRIES =
            """
            insert into wallet.entry
              (member_id, currency, entry_no, kind, reference, asked, amount, about, source,
               last_day, explanation_id, spendable_after, posted_at, available_change,
               issuance_change, breakage_change, lot_nos, lot_amounts)
            select m.member_id, m.currency, m.entry_no, m.kind, gen_random_uuid(),
                   case m.kind when 'EXPIRY' then 0 else m.amount end, m.amount, null, m.source,
                   m.last_day, null, m.balance, m.at, m.change,
                   case m.kind when 'EXPIRY' then null else -m.change end,
                   case m.kind when 'EXPIRY' then -m.change end, l.lots, l.amounts
            from past_move m
            cross join lateral (
              select array_agg(lot_no) as lots,
                     array_agg(case m.kind when 'EXPIRY' then original else -m.amount end)
                       as amounts
              from wallet.lot
              where member_id = m.member_id and currency = m.currency
                and last_day = m.last_day and (m.kind = 'EXPIRY' or source = m.source)) l
            """;

    private static final String ACCOUNTS =
            """
            insert into wallet.account
              (member_id, currency, entries, highest_lot, available, held, debt, credited)
            select m.member_id, m.currency, max(m.entry_no),
                   (select max(l.lot_no) from wallet.lot l
                    where l.member_id = m.member_id and l.currency = m.currency),
                   sum(m.change), 0, 0, sum(m.amount) filter (where m.kind = 'CREDIT')
            from past_move m
            group by m.member_id, m.currency
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    BulkBooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void seed(List<PastCredit> credits) {
        LocalDate today = LocalDate.now(clock);
        String zone = clock.getZone().getId();
        Columns<PastCredit> rows = new Columns<>(credits);
        jdbc.sql(GIVEN)
                .param("zone", zone)
                .param("members", rows.numbers(PastCredit::memberId))
                .param("currencies", rows.texts(PastCredit::currency))
                .param("amounts", rows.numbers(PastCredit::amount))
                .param("times", rows.texts(each -> each.postedAt().atOffset(ZoneOffset.UTC)))
                .param("sources", rows.texts(PastCredit::source))
                .param("fundings", rows.texts(PastCredit::funding))
                .update();
        jdbc.sql(LOTS).param("today", today).update();
        jdbc.sql(MOVES).param("zone", zone).param("today", today).update();
        for (String sql : List.of(ENTRIES, ACCOUNTS)) {
            jdbc.sql(sql).update();
        }
        jdbc.sql("drop table past_move").update();
        jdbc.sql("drop table past_credit").update();
    }
}
