package dev.waystation.platform.selling.admission.store;

import dev.waystation.platform.selling.booking.Ticket;
import dev.waystation.platform.selling.booking.TicketId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who went through which gate; {@code passage_once_per_ticket} holds. */
@Repository
public class PassageStore {

    private static final String ADD =
            """
            insert into admission.passage
                   (member_id, ticket_id, run_id, station_code, gate, passed_at)
            values (:memberId, :ticketId, :runId, :stationCode, :gate, :at)
            """;
    private static final String GATE_OF =
            "select gate from admission.passage where ticket_id = :ticketId";

    private final JdbcClient jdbc;

    PassageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Ticket ticket, String gate, String stationCode, Instant at) {
        jdbc.sql(ADD)
                .param("memberId", ticket.memberId())
                .param("ticketId", ticket.id().value())
                .param("runId", ticket.trip().runId())
                .param("stationCode", stationCode)
                .param("gate", gate)
                .param("at", Timestamp.from(at))
                .update();
    }

    public Optional<String> gateOf(TicketId id) {
        return jdbc.sql(GATE_OF).param("ticketId", id.value()).query(String.class).optional();
    }
}
