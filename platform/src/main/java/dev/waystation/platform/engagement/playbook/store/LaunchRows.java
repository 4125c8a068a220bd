package dev.waystation.platform.engagement.playbook.store;

import dev.waystation.platform.engagement.playbook.model.Launch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Launches. */
@Repository
public class LaunchRows {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private static final String COLUMNS =
            """
            select launch_id, playbook, chosen, segment_id, journey_id, trial_key, launched_by,
                   launched_at, stopped_at
            from playbook.launch
            """;

    private static final String ADD =
            """
            insert into playbook.launch (launch_id, playbook, chosen, segment_id, journey_id,
                trial_key, launched_by, launched_at)
            values (:id, :playbook, cast(:chosen as jsonb), :segment, :journey, :trial, :by, :at)
            """;

    private static final String STOP =
            """
            update playbook.launch set stopped_at = :at
            where launch_id = :id and stopped_at is null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LaunchRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public long nextNumber() {
        return jdbc.sql("select nextval('playbook.launch_number')").query(Long.class).single();
    }

    public void add(Launch launch) {
        jdbc.sql(ADD)
                .param("id", launch.launchId())
                .param("playbook", launch.playbook())
                .param("chosen", json.writeValueAsString(launch.values()))
                .param("segment", launch.segmentId())
                .param("journey", launch.journeyId())
                .param("trial", launch.trialKey())
                .param("by", launch.by())
                .param("at", launch.launchedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False when it was stopped before. */
    public boolean stop(long launchId, Instant at) {
        return jdbc.sql(STOP)
                        .param("id", launchId)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public Optional<Launch> find(long launchId) {
        return jdbc.sql(COLUMNS + "where launch_id = :id")
                .param("id", launchId)
                .query(this::launch)
                .optional();
    }

    /** Newest first. */
    public List<Launch> all() {
        return jdbc.sql(COLUMNS + "order by launch_id desc").query(this::launch).list();
    }

    private Launch launch(ResultSet row, int number) throws SQLException {
        OffsetDateTime stopped = row.getObject("stopped_at", OffsetDateTime.class);
        return new Launch(
                row.getLong("launch_id"),
                row.getString("playbook"),
                json.readValue(row.getString("chosen"), VALUES),
                row.getObject("segment_id", Long.class),
                row.getLong("journey_id"),
                row.getString("trial_key"),
                row.getString("launched_by"),
                row.getObject("launched_at", OffsetDateTime.class).toInstant(),
                stopped == null ? null : stopped.toInstant());
    }
}
