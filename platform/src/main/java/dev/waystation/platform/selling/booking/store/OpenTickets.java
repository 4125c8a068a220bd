package dev.waystation.platform.selling.booking.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tickets with which somebody may still travel. */
@Repository
public class OpenTickets {

    private static final String COUNT =
            """
            select count(*) from booking.ticket
            where member_id = :member
              and (status in ('held', 'issued') and departs_at > :now or status = 'checked_in')
            """;

    private final JdbcClient jdbc;

    OpenTickets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long count(long memberId, Instant now) {
        return jdbc.sql(COUNT)
                .param("member", memberId)
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
