package dev.waystation.platform.engagement.messaging.store;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** To whom a message went, by nothing but its reference. */
@Repository
public class MessageOwners {

    private static final String OF =
            """
            select member_id, channel, purpose from messaging.message
            where reference = :reference order by message_id limit 1
            """;

    private final JdbcClient jdbc;

    MessageOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A member, and over which channel for which purpose. */
    public record Owner(long memberId, String channel, String purpose) {}

    public Optional<Owner> of(UUID reference) {
        return jdbc.sql(OF)
                .param("reference", reference)
                .query((row, number) ->
                        new Owner(
                                row.getLong("member_id"),
                                row.getString("channel"),
                                row.getString("purpose")))
                .optional();
    }
}
