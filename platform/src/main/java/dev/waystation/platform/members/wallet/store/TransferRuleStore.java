package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.wallet.model.TransferRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row of rules for sending points. */
@Component
public class TransferRuleStore {

    private static final String READ =
            """
            select least, most_a_year, cooling_days, fee_permille, family_only
            from wallet.transfer_rule
            """;

    private static final String WRITE =
            """
            update wallet.transfer_rule
            set least = :least, most_a_year = :most, cooling_days = :days,
                fee_permille = :fee, family_only = :family
            """;

    private final JdbcClient jdbc;

    TransferRuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public TransferRule read() {
        return jdbc.sql(READ)
                .query((row, _) ->
                        new TransferRule(
                                row.getLong("least"),
                                row.getLong("most_a_year"),
                                row.getInt("cooling_days"),
                                row.getInt("fee_permille"),
                                row.getBoolean("family_only")))
                .single();
    }

    public void write(TransferRule rule) {
        jdbc.sql(WRITE)
                .param("least", rule.least())
                .param("most", rule.mostAYear())
                .param("days", rule.coolingDays())
                .param("fee", rule.feePermille())
                .param("family", rule.familyOnly())
                .update();
    }
}
