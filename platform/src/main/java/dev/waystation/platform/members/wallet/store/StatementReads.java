package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.wallet.model.BooksCheck;
import dev.waystation.platform.members.wallet.model.LotLine;
import dev.waystation.platform.members.wallet.model.StatementFilter;
import dev.waystation.platform.members.wallet.model.StatementLine;
import dev.waystation.platform.members.wallet.model.TrialBalance;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Statements, lots, and the check of the whole ledger. */
@Component
public class StatementReads {

    private static final String LINES =
            """
            select e.entry_no, e.kind, e.amount, e.source, e.last_day, e.explanation_id,
                   e.order_ref, e.rule, e.actor, e.spendable_after, e.posted_at,
                   coalesce((
                     select sum(p.amount)
                     from wallet.posting p
                     where p.member_id = e.member_id and p.currency = e.currency
                       and p.entry_no = e.entry_no and p.place = 'AVAILABLE'), 0) as change,
                   (select array_agg(l.last_day || chr(31) || l.source || chr(31) || a.amount
                                     order by l.last_day, l.lot_no)
                    from wallet.allocation a
                    join wallet.lot l using (member_id, currency, lot_no)
                    where a.member_id = e.member_id and a.currency = e.currency
                      and a.entry_no = e.entry_no) as lots
            from wallet.entry e
            where e.member_id = :member and e.currency = :currency and e.entry_no < :before
              and (cardinality(cast(:kinds as text[])) = 0 or e.kind = any (:kinds))
              and (:from::timestamptz is null or e.posted_at >= :from)
              and (:to::timestamptz is null or e.posted_at < :to)
              and (:order::text is null or e.order_ref = :order)
            order by e.entry_no desc
            limit :limit
            """;

    private static final String TRIAL =
            """
            select currency, place, sum(amount) as total
            from wallet.posting
            group by currency, place
            order by currency, place
            """;

    private static final String LOTS =
            """
            select last_day, funding, source, original, free, held
            from wallet.lot
            where member_id = :member and currency = :currency and (free > 0 or held > 0)
            order by last_day, lot_no
            """;

    private static final String CHECK =
            """
            with per_account as (
              select member_id, currency,
                     sum(available_change) as available, sum(held_change) as held,
                     sum(pending_change) as pending, -sum(debt_change) as debt
              from wallet.entry
              group by member_id, currency
            ),
            per_lots as (
              select member_id, currency, sum(free) as free, sum(held) as held
              from wallet.lot
              group by member_id, currency
            ),
            lot_moves as (
              select e.member_id, e.currency, a.lot_no, -sum(a.amount) as value
              from wallet.entry e
              cross join lateral unnest(e.lot_nos, e.lot_amounts) as a (lot_no, amount)
              where e.kind not in ('HOLD', 'RELEASE')
              group by e.member_id, e.currency, a.lot_no
            )
            select
              (select count(*) from wallet.entry) as entries,
              (select count(*) from wallet.account) as accounts,
              (select coalesce(sum(abs(total)), 0) from (
                 select sum(amount) as total from wallet.posting group by currency) t)
                as trial_balance,
              (select count(*)
               from wallet.entry
               where (select sum(change) from unnest(array[
                 available_change, held_change, pending_change, debt_change, issuance_change,
                 redemption_change, breakage_change, written_off_change, transit_change])
                 as change) <> 0) as unbalanced,
              (select count(*)
               from wallet.account a
               left join per_lots l using (member_id, currency)
               where a.available <> coalesce(l.free, 0) or a.held <> coalesce(l.held, 0))
                as off_lots,
              (select count(*)
               from wallet.account a
               left join per_account p using (member_id, currency)
               where a.available <> coalesce(p.available, 0)
                  or a.held <> coalesce(p.held, 0)
                  or a.pending <> coalesce(p.pending, 0)
                  or a.pending <> coalesce((
                       select sum(o.left_over) from wallet.promise o
                       where o.member_id = a.member_id and o.currency = a.currency), 0)
                  or a.debt <> coalesce(p.debt, 0)) as off_postings,
              (select count(*)
               from wallet.entry e
               where e.kind in ('SPEND', 'HOLD', 'CAPTURE', 'EXPIRY', 'DEDUCTION')
                 and e.amount <> coalesce((
                   select sum(n) from unnest(e.lot_amounts) as n), 0)) as off_allocations,
              (select count(*)
               from wallet.lot l
               left join lot_moves m using (member_id, currency, lot_no)
               where l.free + l.held <> coalesce(m.value, 0)) as off_moves,
              (select count(*)
               from wallet.account a
               left join (
                 select member_id, currency, count(*) as n, max(entry_no) as last
                 from wallet.entry
                 group by member_id, currency) e using (member_id, currency)
               where a.entries <> coalesce(e.n, 0) or a.entries <> coalesce(e.last, 0)) as gaps
            """;

    private final JdbcClient jdbc;

    StatementReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, those before an entry. */
    public List<StatementLine> lines(
            long memberId, String currency, StatementFilter filter, long before, int limit) {
        return jdbc.sql(LINES)
                .param("member", memberId)
                .param("currency", currency)
                .param("kinds", filter.kinds().toArray(String[]::new))
                .param("from", utc(filter.from()))
                .param("to", utc(filter.to()))
                .param("order", filter.order())
                .param("before", before)
                .param("limit", limit)
                .query((row, index) -> line(row))
                .list();
    }

    /** What was posted to every place, per currency. */
    public List<TrialBalance> trial() {
        return jdbc.sql(TRIAL)
                .query((row, index) ->
                        new TrialBalance(
                                row.getString("currency"),
                                row.getString("place"),
                                row.getLong("total")))
                .list();
    }

    public List<LotLine> lots(long memberId, String currency) {
        return jdbc.sql(LOTS)
                .param("member", memberId)
                .param("currency", currency)
                .query((row, index) ->
                        new LotLine(
                                row.getObject("last_day", LocalDate.class),
                                row.getString("funding"),
                                row.getString("source"),
                                row.getLong("original"),
                                row.getLong("free"),
                                row.getLong("held")))
                .list();
    }

    public BooksCheck check() {
        return jdbc.sql(CHECK)
                .query((row, index) ->
                        new BooksCheck(
                                row.getLong("entries"),
                                row.getLong("accounts"),
                                row.getLong("trial_balance"),
                                row.getLong("unbalanced"),
                                row.getLong("off_lots"),
                                row.getLong("off_postings"),
                                row.getLong("off_allocations"),
                                row.getLong("off_moves"),
                                row.getLong("gaps")))
                .single();
    }

    private static StatementLine line(ResultSet row) throws SQLException {
        return new StatementLine(
                row.getLong("entry_no"),
                row.getString("kind"),
                row.getLong("change"),
                row.getLong("amount"),
                row.getString("source"),
                row.getObject("last_day", LocalDate.class),
                row.getString("explanation_id"),
                row.getString("order_ref"),
                row.getString("rule"),
                row.getString("actor"),
                parts(row.getArray("lots")),
                row.getLong("spendable_after"),
                row.getObject("posted_at", OffsetDateTime.class).toInstant());
    }

    private static List<StatementLine.Part> parts(@Nullable Array lots) throws SQLException {
        if (lots == null) {
            return List.of();
        }
        return Arrays.stream((String[]) lots.getArray())
                .map(text -> text.split("\u001f", -1))
                .map(field ->
                        new StatementLine.Part(
                                LocalDate.parse(field[0]), field[1], Long.parseLong(field[2])))
                .toList();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
