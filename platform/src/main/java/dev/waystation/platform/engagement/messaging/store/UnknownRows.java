package dev.waystation.platform.engagement.messaging.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages of which nobody knows whether they left, though it is known with whom. */
@Repository
public class UnknownRows {

    private static final String SINCE =
            """
            select member_id, reference, channel, purpose, account, vendor_reference, due_at
            from messaging.message
            where status = 'unknown' and account is not null and due_at between :from and :until
            order by due_at limit :limit
            """;

    private final JdbcClient jdbc;

    UnknownRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of them. */
    public record Unclear(
            long memberId,
            UUID reference,
            String channel,
            String purpose,
            String account,
            String vendorReference,
            Instant sentAt) {}

    public List<Unclear> between(Instant from, Instant until, int limit) {
        return jdbc.sql(SINCE)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(UnknownRows::read)
                .list();
    }

    private static Unclear read(ResultSet row, int number) throws SQLException {
        return new Unclear(
                row.getLong("member_id"),
                row.getObject("reference", UUID.class),
                row.getString("channel"),
                row.getString("purpose"),
                row.getString("account"),
                row.getString("vendor_reference"),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
    }
}
