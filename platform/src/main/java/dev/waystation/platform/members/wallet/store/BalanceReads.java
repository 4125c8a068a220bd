package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.wallet.Balance;
import dev.waystation.platform.members.wallet.model.AccountKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Balances as people read them, and what is due. */
@Component
public class BalanceReads {

    /** An account with points whose last day is over. */
    public record Lapsed(LocalDate day, AccountKey account) {

        /** Stands before all others. */
        public static final Lapsed FIRST =
                new Lapsed(LocalDate.of(1, 1, 1), new AccountKey(Long.MIN_VALUE, ""));
    }

    /** An open hold whose time is over. */
    public record DueHold(AccountKey account, UUID holdId) {}

    private static final String TOTALS =
            """
            select a.held, a.pending, a.debt, a.credited, a.active_until,
                   coalesce((
                     select sum(p.amount)
                     from wallet.posting p
                     where p.member_id = a.member_id and p.currency = a.currency
                       and p.place = 'BREAKAGE'), 0) as expired
            from wallet.account a
            where a.member_id = :member and a.currency = :currency
            """;

    private static final String EXPIRING =
            """
            select least(l.last_day, a.active_until) as last_day, sum(l.free) as amount
            from wallet.lot l
            join wallet.account a using (member_id, currency)
            where l.member_id = :member and l.currency = :currency
              and l.free > 0 and l.last_day >= :today
              and (a.active_until is null or a.active_until >= :today)
            group by least(l.last_day, a.active_until)
            order by 1
            """;

    // Holds and releases move value inside the account, so they do not count here.
    private static final String AS_OF =
            """
            select coalesce(-sum(a.amount), 0)
            from wallet.allocation a
            join wallet.entry e using (member_id, currency, entry_no)
            join wallet.lot l using (member_id, currency, lot_no)
            where a.member_id = :member and a.currency = :currency
              and e.kind not in ('HOLD', 'RELEASE')
              and e.posted_at <= :at and l.last_day >= :day
            """;

    private static final String LAPSED =
            """
            select last_day, member_id, currency
            from wallet.lot
            where live and last_day < :today
              and (last_day, member_id, currency) > (:afterDay, :afterMember, :afterCurrency)
            order by last_day, member_id, currency
            limit :limit
            """;

    private static final String ASLEEP =
            """
            select active_until as last_day, member_id, currency
            from wallet.account
            where available > 0 and active_until < :today
              and (active_until, member_id, currency) > (:afterDay, :afterMember, :afterCurrency)
            order by active_until, member_id, currency
            limit :limit
            """;

    private static final String DUE_HOLDS =
            """
            select member_id, currency, hold_id
            from wallet.hold
            where state = 'OPEN' and expires_at <= :now
            order by expires_at
            limit :limit
            """;

    private final JdbcClient jdbc;

    BalanceReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Balance balance(long memberId, String currency, LocalDate today) {
        record Totals(long held, long pending, long debt, long expired, long credited) {}
        Totals totals =
                jdbc.sql(TOTALS)
                        .param("member", memberId)
                        .param("currency", currency)
                        .query((row, index) ->
                                new Totals(
                                        row.getLong("held"),
                                        row.getLong("pending"),
                                        row.getLong("debt"),
                                        row.getLong("expired"),
                                        row.getLong("credited")))
                        .optional()
                        .orElseGet(() -> new Totals(0, 0, 0, 0, 0));
        List<Balance.Expiring> expiring =
                jdbc.sql(EXPIRING)
                        .param("member", memberId)
                        .param("currency", currency)
                        .param("today", today)
                        .query((row, index) ->
                                new Balance.Expiring(
                                        row.getObject("last_day", LocalDate.class),
                                        row.getLong("amount")))
                        .list();
        return new Balance(
                memberId,
                currency,
                expiring.stream().mapToLong(Balance.Expiring::amount).sum(),
                totals.held(),
                totals.pending(),
                totals.debt(),
                totals.expired(),
                totals.credited(),
                expiring);
    }

    public long asOf(long memberId, String currency, Instant at, LocalDate day) {
        return jdbc.sql(AS_OF)
                .param("member", memberId)
                .param("currency", currency)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** Lots with lapsed points that nobody has moved to breakage yet; costs what it returns. */
    public List<Lapsed> lapsed(LocalDate today, Lapsed after, int limit) {
        return lapsed(LAPSED, today, after, limit);
    }

    /** Accounts with points that nobody moved for too long. */
    public List<Lapsed> asleep(LocalDate today, Lapsed after, int limit) {
        return lapsed(ASLEEP, today, after, limit);
    }

    private List<Lapsed> lapsed(String sql, LocalDate today, Lapsed after, int limit) {
        return jdbc.sql(sql)
                .param("today", today)
                .param("afterDay", after.day())
                .param("afterMember", after.account().memberId())
                .param("afterCurrency", after.account().currency())
                .param("limit", limit)
                .query((row, index) ->
                        new Lapsed(
                                row.getObject("last_day", LocalDate.class),
                                new AccountKey(
                                        row.getLong("member_id"), row.getString("currency"))))
                .list();
    }

    public List<DueHold> dueHolds(Instant now, int limit) {
        return jdbc.sql(DUE_HOLDS)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, index) ->
                        new DueHold(
                                new AccountKey(row.getLong("member_id"), row.getString("currency")),
                                row.getObject("hold_id", UUID.class)))
                .list();
    }
}
