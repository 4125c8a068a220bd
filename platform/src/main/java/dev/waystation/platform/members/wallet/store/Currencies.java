package dev.waystation.platform.members.wallet.store;

import dev.waystation.ledger.ExpiryPolicy;
import dev.waystation.ledger.TakeBack;
import dev.waystation.platform.members.wallet.model.CurrencyRules;
import dev.waystation.platform.members.wallet.model.PointsTerm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rules of each currency, kept in memory: they are asked for with every entry. A change is seen
 * by this process when it commits; it is rare enough that other processes are restarted for it.
 */
@Component
public class Currencies {

    private static final String RULES = "select * from wallet.currency where code = :code";

    private static final String CODES = "select code from wallet.currency order by code";

    private static final String TERM =
            """
            update wallet.currency
            set term_kind = 'MONTHS', term_months = :months, term_rounding = :rounding,
                lapsed_days = :grace, notice_days = :notices
            where code = :code
            """;

    private final JdbcClient jdbc;
    private final Map<String, CurrencyRules> known = new ConcurrentHashMap<>();

    Currencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public CurrencyRules rules(String code) {
        return known.computeIfAbsent(code, this::read);
    }

    public List<String> codes() {
        return jdbc.sql(CODES).query((row, index) -> row.getString("code")).list();
    }

    /** How long value of a currency lasts; for currencies whose term is in months. */
    public PointsTerm term(String code) {
        return jdbc.sql(RULES)
                .param("code", code)
                .query((row, index) ->
                        new PointsTerm(
                                row.getInt("term_months"),
                                ExpiryPolicy.RoundedUpTo.valueOf(row.getString("term_rounding")),
                                row.getInt("lapsed_days"),
                                Arrays.asList((Integer[]) row.getArray("notice_days").getArray())))
                .single();
    }

    /** From the commit on, for what posts then. */
    public void term(String code, PointsTerm term) {
        jdbc.sql(TERM)
                .param("code", code)
                .param("months", term.months())
                .param("rounding", term.rounding().name())
                .param("grace", term.graceDays())
                .param("notices", term.noticeDays().toArray(Integer[]::new))
                .update();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        known.remove(code);
                    }
                });
    }

    private CurrencyRules read(String code) {
        return jdbc.sql(RULES)
                .param("code", code)
                .query((row, index) -> rules(row))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("No currency is called " + code));
    }

    private static CurrencyRules rules(ResultSet row) throws SQLException {
        return new CurrencyRules(
                row.getString("code"),
                policy(row),
                row.getString("funding"),
                row.getInt("idle_months"),
                switch (row.getString("take_back")) {
                    case "PENDING_ONLY" -> new TakeBack.PendingOnly();
                    case "DEBT" -> new TakeBack.DebtUpTo(row.getLong("debt_limit"));
                    default -> new TakeBack.WithinBalance();
                },
                row.getString("lapsed_return"),
                row.getInt("lapsed_days"),
                row.getInt("reinstate_days"),
                Arrays.asList((Integer[]) row.getArray("notice_days").getArray()));
    }

    private static ExpiryPolicy policy(ResultSet row) throws SQLException {
        ExpiryPolicy.RoundedUpTo rounding =
                ExpiryPolicy.RoundedUpTo.valueOf(row.getString("term_rounding"));
        return switch (row.getString("term_kind")) {
            case "DAYS" -> new ExpiryPolicy.Days(row.getInt("term_days"), rounding);
            case "EVERY_YEAR" ->
                    new ExpiryPolicy.EveryYearOn(MonthDay.parse(row.getString("term_month_day")));
            case "NEVER" -> new ExpiryPolicy.Never();
            default -> new ExpiryPolicy.Months(row.getInt("term_months"), rounding);
        };
    }
}
