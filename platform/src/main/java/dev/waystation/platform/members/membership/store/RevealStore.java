package dev.waystation.platform.members.membership.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who looked at what, and why. */
@Component
public class RevealStore {

    private static final String INSERT =
            """
            insert into membership.reveal (member_id, id, revealed_at, staff_id, field, reason)
            values (:member, :id, :at, :staff, :field, :reason)
            """;

    private final JdbcClient jdbc;

    RevealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(long memberId, long staffId, String field, String reason, Instant at) {
        jdbc.sql(INSERT)
                .param("member", memberId)
                .param("id", UUID.randomUUID())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("staff", staffId)
                .param("field", field)
                .param("reason", reason)
                .update();
    }
}
