package dev.waystation.platform.members.partners.store;

import dev.waystation.platform.members.partners.model.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Months, their lines, the partner's account of them and payments. */
@Component
public class SettlementStore {

    /** A month; {@code locked} when nothing of it changes any more. */
    public record Period(LocalDate period, boolean locked, Instant runAt) {}

    private static final String RUN =
            """
            insert into partners.period (partner_id, period, state, run_at)
            values (:partner, :period, 'OPEN', :now)
            on conflict on constraint period_pk do update set run_at = excluded.run_at
            """;

    private static final String LOCK =
            """
            update partners.period set state = 'LOCKED', locked_by = :by
            where partner_id = :partner and period = :period and state = 'OPEN'
            """;

    private static final String CLAIMED =
            """
            insert into partners.claimed_line (partner_id, period, event_id, units)
            values (:partner, :period, :event, :units)
            on conflict on constraint claimed_line_pk do update set units = excluded.units
            """;

    private static final String PAY =
            """
            insert into partners.payment values (:partner, :reference, :period, :minor, :on, :by)
            on conflict on constraint payment_pk do nothing
            """;

    private final JdbcClient jdbc;

    SettlementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void ran(long partner, LocalDate period, Instant now) {
        of(RUN, partner, period).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    /** Replaces the month's lines; the database refuses it for a locked one. */
    public void lines(long partner, LocalDate period, List<Statement.Line> lines) {
        of(
                        "delete from partners.statement_line where partner_id = :partner and period"
                                + " = :period",
                        partner,
                        period)
                .update();
        for (Statement.Line line : lines) {
            of(
                            "insert into partners.statement_line values (:partner, :period, :kind,"
                                    + " :points, :minor)",
                            partner,
                            period)
                    .param("kind", line.kind().name())
                    .param("points", line.points())
                    .param("minor", line.minor())
                    .update();
        }
    }

    /** What a locked month came to, by kind; kept lines, not counted anew. */
    public Map<Statement.Kind, Long> kept(long partner, LocalDate period) {
        Map<Statement.Kind, Long> kept = new LinkedHashMap<>();
        of(
                        "select kind, minor from partners.statement_line where partner_id ="
                                + " :partner and period = :period",
                        partner,
                        period)
                .query(row -> {
                    kept.put(Statement.Kind.valueOf(row.getString("kind")), row.getLong("minor"));
                });
        return kept;
    }

    public Optional<Period> period(long partner, LocalDate period) {
        return periods(partner).stream().filter(each -> each.period().equals(period)).findFirst();
    }

    public List<Period> periods(long partner) {
        return jdbc.sql(
                        """
                        select period, state, run_at from partners.period
                        where partner_id = :partner order by period desc
                        """)
                .param("partner", partner)
                .query((row, _) ->
                        new Period(
                                row.getObject("period", LocalDate.class),
                                row.getString("state").equals("LOCKED"),
                                row.getObject("run_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public boolean locked(long partner, LocalDate period) {
        return period(partner, period).filter(Period::locked).isPresent();
    }

    public boolean lock(long partner, LocalDate period, String by) {
        return of(LOCK, partner, period).param("by", by).update() == 1;
    }

    public void claimed(long partner, LocalDate period, Map<String, Long> units) {
        of(
                        "delete from partners.claimed_line where partner_id = :partner and period ="
                                + " :period",
                        partner,
                        period)
                .update();
        units.forEach((event, count) ->
                of(CLAIMED, partner, period).param("event", event).param("units", count).update());
    }

    public Map<String, Long> claimed(long partner, LocalDate period) {
        Map<String, Long> units = new LinkedHashMap<>();
        of(
                        "select event_id, units from partners.claimed_line where partner_id ="
                                + " :partner and period = :period order by event_id",
                        partner,
                        period)
                .query(row -> {
                    units.put(row.getString("event_id"), row.getLong("units"));
                });
        return units;
    }

    /** False when this payment was noted before. */
    public boolean pay(long partner, LocalDate period, Statement.Payment payment) {
        return of(PAY, partner, period)
                        .param("reference", payment.reference())
                        .param("minor", payment.minor())
                        .param("on", payment.paidOn())
                        .param("by", payment.notedBy())
                        .update()
                == 1;
    }

    public List<Statement.Payment> payments(long partner, LocalDate period) {
        return of(
                        "select reference, minor, paid_on, noted_by from partners.payment where"
                                + " partner_id = :partner and period = :period order by paid_on",
                        partner,
                        period)
                .query((row, _) ->
                        new Statement.Payment(
                                row.getString("reference"),
                                row.getLong("minor"),
                                row.getObject("paid_on", LocalDate.class),
                                row.getString("noted_by")))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, long partner, LocalDate period) {
        return jdbc.sql(sql).param("partner", partner).param("period", period);
    }
}
