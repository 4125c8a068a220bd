package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.wallet.model.AccountKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Promises that are open: by order, or because their time has come. */
@Component
public class PendingReads {

    /** An open promise. */
    public record Open(AccountKey account, UUID promiseId, long left) {}

    private static final String OF_ORDER =
            """
            select member_id, currency, promise_id, left_over
            from wallet.promise
            where order_ref = :order and left_over > 0
            order by member_id, currency, promise_id
            """;

    private static final String DUE =
            """
            select member_id, currency, promise_id, left_over
            from wallet.promise
            where left_over > 0 and activates_at <= :now
            order by activates_at
            limit :limit
            """;

    private final JdbcClient jdbc;

    PendingReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Open> ofOrder(String order) {
        return jdbc.sql(OF_ORDER).param("order", order).query((row, index) -> open(row)).list();
    }

    public List<Open> due(Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, index) -> open(row))
                .list();
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                new AccountKey(row.getLong("member_id"), row.getString("currency")),
                row.getObject("promise_id", UUID.class),
                row.getLong("left_over"));
    }
}
