package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.wallet.model.LiabilityLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounting view of points: made from the journal, month by month. */
@Component
public class LiabilityStore {

    /** What a thousand points are worth, and how many of a thousand are expected back. */
    public record Estimate(long minorPerThousand, int redemptionPermille) {}

    // Holds and releases move value inside the account, so they do not count.
    private static final String COUNT =
            """
            select l.last_day as cohort,
                   coalesce(-sum(a.amount) filter (where e.kind in ('CREDIT', 'ACTIVATION')), 0)
                     as issued,
                   coalesce(sum(a.amount) filter (where e.kind in ('SPEND', 'CAPTURE', 'RETURN')), 0)
                     as redeemed,
                   coalesce(sum(a.amount) filter (where e.kind in ('EXPIRY', 'REINSTATEMENT')), 0)
                     as expired,
                   coalesce(sum(a.amount) filter (
                     where e.kind in ('REVERSAL', 'RESTORATION', 'DEDUCTION')), 0) as reversed,
                   coalesce(sum(a.amount) filter (
                     where e.kind in ('MOVE', 'TRANSFER_OUT', 'TRANSFER_IN')), 0) as moved,
                   coalesce(-sum(a.amount), 0) as outstanding
            from wallet.entry e
            join wallet.allocation a using (member_id, currency, entry_no)
            join wallet.lot l using (member_id, currency, lot_no)
            where e.currency = :currency and e.posted_at < :end
              and e.kind not in ('HOLD', 'RELEASE')
            group by l.last_day
            order by l.last_day
            """;

    private static final String ESTIMATE =
            """
            select minor_per_thousand, redemption_permille
            from wallet.point_estimate
            where currency = :currency and valid_from < :end
            order by valid_from desc
            limit 1
            """;

    private static final String BEGIN =
            """
            insert into wallet.liability_period (currency, period, state, ran_at)
            values (:currency, :period, 'OPEN', :now)
            on conflict on constraint liability_period_pk do update set ran_at = excluded.ran_at
            returning state
            """;

    private static final String CLEAR =
            """
            with l as (
              delete from wallet.liability_line where currency = :currency and period = :period)
            delete from wallet.accounting_posting where currency = :currency and period = :period
            """;

    private static final String LINE =
            """
            insert into wallet.liability_line
            values (:currency, :period, :cohort, :issued, :redeemed, :expired, :reversed, :moved,
                    :outstanding, :allocated, :earned)
            """;

    private static final String LINES =
            """
            select * from wallet.liability_line
            where currency = :currency and period = :period
            order by cohort
            """;

    private static final String BEFORE =
            """
            select coalesce(sum(allocated_minor), 0) as allocated,
                   coalesce(sum(earned_minor), 0) as earned
            from wallet.liability_line
            where currency = :currency and period = (
              select max(period) from wallet.liability_line
              where currency = :currency and period < :period)
            """;

    private static final String POST =
            "insert into wallet.accounting_posting values (:currency, :period, :account, :minor)";

    private static final String POSTINGS =
            """
            select account, minor from wallet.accounting_posting
            where currency = :currency and period = :period
            order by account
            """;

    private static final String LOCK =
            """
            update wallet.liability_period
            set state = 'LOCKED', locked_by = :actor, locked_at = :now
            where currency = :currency and period = :period and state = 'OPEN'
            """;

    private static final String LOCKED =
            """
            select exists (
              select 1 from wallet.liability_period
              where currency = :currency and state = 'LOCKED' and period >= :period)
            """;

    private final JdbcClient jdbc;

    LiabilityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Cohorts as the journal had them; money is not in them yet. */
    public List<LiabilityLine> count(String currency, Instant end) {
        return jdbc.sql(COUNT)
                .param("currency", currency)
                .param("end", end.atOffset(ZoneOffset.UTC))
                .query((row, index) ->
                        new LiabilityLine(
                                row.getObject("cohort", LocalDate.class),
                                row.getLong("issued"),
                                row.getLong("redeemed"),
                                row.getLong("expired"),
                                row.getLong("reversed"),
                                row.getLong("moved"),
                                row.getLong("outstanding"),
                                0,
                                0))
                .list();
    }

    public Optional<Estimate> estimate(String currency, LocalDate end) {
        return jdbc.sql(ESTIMATE)
                .param("currency", currency)
                .param("end", end)
                .query((row, index) -> new Estimate(row.getLong(1), row.getInt(2)))
                .optional();
    }

    /** Whether this month or a later one is closed. */
    public boolean locked(String currency, LocalDate period) {
        return jdbc.sql(LOCKED)
                .param("currency", currency)
                .param("period", period)
                .query((row, index) -> row.getBoolean(1))
                .single();
    }

    public void replace(String currency, LocalDate period, List<LiabilityLine> lines, Instant now) {
        jdbc.sql(BEGIN)
                .param("currency", currency)
                .param("period", period)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getString(1))
                .single();
        jdbc.sql(CLEAR).param("currency", currency).param("period", period).update();
        for (LiabilityLine each : lines) {
            jdbc.sql(LINE)
                    .param("currency", currency)
                    .param("period", period)
                    .param("cohort", each.cohort())
                    .param("issued", each.issued())
                    .param("redeemed", each.redeemed())
                    .param("expired", each.expired())
                    .param("reversed", each.reversed())
                    .param("moved", each.moved())
                    .param("outstanding", each.outstanding())
                    .param("allocated", each.allocatedMinor())
                    .param("earned", each.earnedMinor())
                    .update();
        }
    }

    public List<LiabilityLine> lines(String currency, LocalDate period) {
        return jdbc.sql(LINES)
                .param("currency", currency)
                .param("period", period)
                .query((row, index) ->
                        new LiabilityLine(
                                row.getObject("cohort", LocalDate.class),
                                row.getLong("issued"),
                                row.getLong("redeemed"),
                                row.getLong("expired"),
                                row.getLong("reversed"),
                                row.getLong("moved"),
                                row.getLong("outstanding"),
                                row.getLong("allocated_minor"),
                                row.getLong("earned_minor")))
                .list();
    }

    /** Allocated and earned at the end of the month before. */
    public long[] before(String currency, LocalDate period) {
        return jdbc.sql(BEFORE)
                .param("currency", currency)
                .param("period", period)
                .query((row, index) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
    }

    public void post(String currency, LocalDate period, Map<String, Long> postings) {
        postings.forEach((account, minor) ->
                jdbc.sql(POST)
                        .param("currency", currency)
                        .param("period", period)
                        .param("account", account)
                        .param("minor", minor)
                        .update());
    }

    public Map<String, Long> postings(String currency, LocalDate period) {
        Map<String, Long> postings = new LinkedHashMap<>();
        jdbc.sql(POSTINGS)
                .param("currency", currency)
                .param("period", period)
                .query(row -> {
                    postings.put(row.getString(1), row.getLong(2));
                });
        return postings;
    }

    public boolean lock(String currency, LocalDate period, String actor, Instant now) {
        return jdbc.sql(LOCK)
                        .param("currency", currency)
                        .param("period", period)
                        .param("actor", actor)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
