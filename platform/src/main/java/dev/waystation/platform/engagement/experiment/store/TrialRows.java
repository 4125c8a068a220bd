package dev.waystation.platform.engagement.experiment.store;

import dev.waystation.platform.engagement.experiment.model.Design;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Trials. */
@Repository
public class TrialRows {

    private static final String COLUMNS =
            """
            select trial_key, name_zh, name_en, state, phase, design, began_at, stopped_at
            from experiment.trial
            """;

    private static final String ONE = COLUMNS + "where trial_key = :key";

    private static final String LOCKED = COLUMNS + "where trial_key = :key for update";

    private static final String ALL =
            COLUMNS + "order by coalesce(began_at, now()) desc, trial_key";

    private static final String INSERT =
            """
            insert into experiment.trial (trial_key, name_zh, name_en, state, phase, design)
            values (:key, :zh, :en, 'draft', 1, cast(:design as jsonb))
            on conflict (trial_key) do nothing
            """;

    private static final String UPDATE =
            """
            update experiment.trial
            set state = :state, phase = :phase, design = cast(:design as jsonb),
                began_at = cast(:began as timestamptz), stopped_at = cast(:stopped as timestamptz)
            where trial_key = :key
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<TrialRow> trial;

    TrialRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.trial =
                (row, number) ->
                        new TrialRow(
                                row.getString("trial_key"),
                                new Said(row.getString("name_zh"), row.getString("name_en")),
                                row.getString("state"),
                                row.getInt("phase"),
                                json.readValue(row.getString("design"), Design.class),
                                instant(row.getObject("began_at", OffsetDateTime.class)),
                                instant(row.getObject("stopped_at", OffsetDateTime.class)));
    }

    public Optional<TrialRow> one(String key) {
        return jdbc.sql(ONE).param("key", key).query(trial).optional();
    }

    /** Keeps others from changing it until the transaction ends. */
    public Optional<TrialRow> locked(String key) {
        return jdbc.sql(LOCKED).param("key", key).query(trial).optional();
    }

    public List<TrialRow> all() {
        return jdbc.sql(ALL).query(trial).list();
    }

    /** False when the key is taken. */
    public boolean insert(String key, Said name, Design design) {
        return jdbc.sql(INSERT)
                        .param("key", key)
                        .param("zh", name.zh())
                        .param("en", name.en())
                        .param("design", json.writeValueAsString(design))
                        .update()
                == 1;
    }

    public void update(TrialRow row) {
        jdbc.sql(UPDATE)
                .param("key", row.key())
                .param("state", row.state())
                .param("phase", row.phase())
                .param("design", json.writeValueAsString(row.design()))
                .param("began", text(row.beganAt()))
                .param("stopped", text(row.stoppedAt()))
                .update();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC).toString();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
