package dev.waystation.platform.members.loyalty.store;

import dev.waystation.platform.members.loyalty.model.Ride;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Trips that earned. */
@Component
public class TripStore {

    private static final String KNOWN =
            """
            select count(*) from loyalty.trip where member_id = :member and ticket_id = :ticket
            """;

    private static final String INSERT =
            """
            insert into loyalty.trip (member_id, ticket_id, fare_minor, points, completed_at)
            values (:member, :ticket, :fare, :points, :at)
            on conflict on constraint trip_pk do nothing
            """;

    private static final String EARNED =
            """
            select coalesce(sum(points), 0)
            from loyalty.trip
            where member_id = :member and completed_at >= :from and completed_at < :to
            """;

    private static final String COUNT =
            """
            select count(*)
            from loyalty.trip
            where member_id = :member and completed_at > :after and completed_at <= :until
            """;

    private final JdbcClient jdbc;

    TripStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean known(long memberId, long ticketId) {
        return jdbc.sql(KNOWN)
                        .param("member", memberId)
                        .param("ticket", ticketId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    public void keep(Ride ride, long points) {
        jdbc.sql(INSERT)
                .param("member", ride.memberId())
                .param("ticket", ride.ticketId())
                .param("fare", ride.fareMinor())
                .param("points", points)
                .param("at", ride.arrivedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public long earned(long memberId, Instant from, Instant to) {
        return jdbc.sql(EARNED)
                .param("member", memberId)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    public int count(long memberId, Instant after, Instant until) {
        return jdbc.sql(COUNT)
                .param("member", memberId)
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
