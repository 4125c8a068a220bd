package dev.waystation.platform.selling.payment.store;

import dev.waystation.platform.selling.payment.PaymentBooks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums over captures and refunds themselves, not over the totals kept beside them. */
@Repository
class PaymentBookReads implements PaymentBooks {

    private static final String TAKEN =
            """
            select i.order_ref, i.subject, c.amount_minor as captured, c.captured_at,
                   (select coalesce(sum(r.amount_minor), 0) from payment.refund r
                    where r.intent_id = i.intent_id) as refunded
            from payment.capture c join payment.intent i using (intent_id)
            """;

    private static final String CAPTURED =
            TAKEN
                    + """
                    where c.captured_at >= :from and c.captured_at < :to
                    order by c.captured_at, i.intent_id
                    """;

    private static final String OF = TAKEN + "where i.order_ref = any (:references)";

    private final JdbcClient jdbc;

    PaymentBookReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Taken> captured(Instant from, Instant to) {
        return jdbc.sql(CAPTURED)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, index) -> taken(row))
                .list();
    }

    @Override
    public List<Taken> of(List<UUID> orderRefs) {
        return jdbc.sql(OF)
                .param("references", orderRefs.toArray(UUID[]::new))
                .query((row, index) -> taken(row))
                .list();
    }

    private static Taken taken(ResultSet row) throws SQLException {
        return new Taken(
                row.getObject("order_ref", UUID.class),
                row.getString("subject"),
                row.getLong("captured"),
                row.getLong("refunded"),
                row.getTimestamp("captured_at").toInstant());
    }
}
