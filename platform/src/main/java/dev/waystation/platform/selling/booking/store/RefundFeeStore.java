package dev.waystation.platform.selling.booking.store;

import dev.waystation.amounts.Share;
import dev.waystation.platform.selling.booking.model.RefundFees;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of fees, which operators change with the season. */
@Repository
public class RefundFeeStore {

    private static final String ALL =
            "select minutes_before, fee_permille from booking.refund_fee order by minutes_before";

    private final JdbcClient jdbc;

    RefundFeeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public RefundFees current() {
        return new RefundFees(
                jdbc.sql(ALL)
                        .query((row, index) ->
                                new RefundFees.Tier(
                                        Duration.ofMinutes(row.getLong("minutes_before")),
                                        Share.permille(row.getInt("fee_permille"))))
                        .list());
    }
}
