package dev.waystation.platform.members.partners.store;

import dev.waystation.platform.members.partners.model.Contract;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contracts by version; the database refuses to change one. */
@Component
public class ContractStore {

    private static final String INSERT =
            """
            insert into partners.contract
            values (:partner, :version, :from, :inUnits, :inPoints, :outPoints, :outUnits, :cost,
                    :outCost, :reserve, :breakage, :billing, :cap, :alert, :zone, :rounding,
                    :minimum, :fee, :by, :at)
            """;

    private final JdbcClient jdbc;

    ContractStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void publish(Contract contract) {
        jdbc.sql(INSERT)
                .param("partner", contract.partnerId())
                .param("version", contract.version())
                .param("from", contract.validFrom())
                .param("inUnits", contract.inUnits())
                .param("inPoints", contract.inPoints())
                .param("outPoints", contract.outPoints())
                .param("outUnits", contract.outUnits())
                .param("cost", contract.costMinor())
                .param("outCost", contract.outCostMinor())
                .param("reserve", contract.reservePermille())
                .param("breakage", contract.breakageTo().name())
                .param("billing", contract.billing().name())
                .param("cap", contract.creditCap())
                .param("alert", contract.alertPoints())
                .param("zone", contract.zone().getId())
                .param("rounding", contract.rounding().name())
                .param("minimum", contract.minimum())
                .param("fee", contract.fee())
                .param("by", contract.publishedBy())
                .param("at", contract.publishedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest first. */
    public List<Contract> of(long partner) {
        return jdbc.sql(
                        """
                        select * from partners.contract where partner_id = :partner
                        order by version desc
                        """)
                .param("partner", partner)
                .query(ContractStore::read)
                .list();
    }

    /** The one in force on a day. */
    public Optional<Contract> on(long partner, LocalDate day) {
        return of(partner).stream()
                .filter(each -> !each.validFrom().isAfter(day))
                .max((one, other) -> one.validFrom().compareTo(other.validFrom()));
    }

    private static Contract read(ResultSet row, int index) throws SQLException {
        return new Contract(
                row.getLong("partner_id"),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getLong("in_units"),
                row.getLong("in_points"),
                row.getLong("out_points"),
                row.getLong("out_units"),
                row.getLong("cost_minor"),
                row.getLong("out_cost_minor"),
                row.getInt("reserve_permille"),
                Contract.BreakageTo.valueOf(row.getString("breakage_to")),
                Contract.Billing.valueOf(row.getString("billing")),
                row.getLong("credit_cap"),
                row.getLong("alert_points"),
                ZoneId.of(row.getString("zone")),
                Contract.Rounds.valueOf(row.getString("rounding")),
                row.getLong("minimum"),
                row.getLong("fee"),
                row.getString("published_by"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
