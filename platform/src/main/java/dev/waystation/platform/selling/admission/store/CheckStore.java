package dev.waystation.platform.selling.admission.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.admission.model.GateCheck;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every decision of every gate, with its reason. */
@Repository
public class CheckStore {

    private static final String ADD =
            """
            insert into admission.gate_check
                   (checked_at, gate, station_code, ticket_id, admitted, reason_code,
                    sentence_zh, sentence_en)
            values (:at, :gate, :stationCode, cast(:ticketId as bigint), :admitted, :reasonCode,
                    :zh, :en)
            """;
    private static final String RECENT =
            """
            select checked_at, gate, station_code, ticket_id, admitted, reason_code,
                   sentence_zh, sentence_en
              from admission.gate_check
             where cast(:gate as text) is null or gate = :gate
             order by check_id desc
             limit :limit
            """;

    private final JdbcClient jdbc;

    CheckStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(GateCheck check) {
        jdbc.sql(ADD)
                .param("at", Timestamp.from(check.at()))
                .param("gate", check.gate())
                .param("stationCode", check.stationCode())
                .param("ticketId", check.ticketId())
                .param("admitted", check.admitted())
                .param("reasonCode", check.reasonCode())
                .param("zh", check.sentence().zh())
                .param("en", check.sentence().en())
                .update();
    }

    public List<GateCheck> recent(@Nullable String gate, int limit) {
        return jdbc.sql(RECENT)
                .param("gate", gate)
                .param("limit", limit)
                .query((row, index) ->
                        new GateCheck(
                                row.getTimestamp("checked_at").toInstant(),
                                row.getString("gate"),
                                row.getString("station_code"),
                                row.getObject("ticket_id", Long.class),
                                row.getBoolean("admitted"),
                                row.getString("reason_code"),
                                new Said(
                                        row.getString("sentence_zh"),
                                        row.getString("sentence_en"))))
                .list();
    }
}
