package dev.waystation.platform.insight.prediction.store;

import dev.waystation.platform.insight.prediction.model.PredictionModel;
import dev.waystation.platform.insight.prediction.model.Scoring;
import dev.waystation.statistics.Histogram;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How scores spread on each day. */
@Repository
public class ScoringRows {

    private static final String CLAIM =
            """
            insert into prediction.scoring
              (model, on_day, version, scores, words, shift, drifted)
            values (:model, :day, :version, cast(:scores as jsonb), '{}', 0, false)
            on conflict (model, on_day) do nothing
            """;

    private static final String KEEP =
            """
            insert into prediction.scoring
              (model, on_day, version, scores, words, shift, drifted, ended_at)
            values (:model, :day, :version, cast(:scores as jsonb), cast(:words as jsonb), :shift,
                :drifted, :at)
            on conflict (model, on_day) do update
            set version = excluded.version, scores = excluded.scores, words = excluded.words,
                shift = excluded.shift, drifted = excluded.drifted, ended_at = excluded.ended_at
            """;

    private static final String LATEST =
            """
            select on_day, version, scores, words, shift, drifted, ended_at
            from prediction.scoring
            where model = :model and ended_at is not null
            order by on_day desc limit :limit
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ScoringRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whether nobody began to score that day before. */
    public boolean claim(PredictionModel model, LocalDate day, int version, Histogram none) {
        return jdbc.sql(CLAIM)
                        .param("model", model.code())
                        .param("day", day)
                        .param("version", version)
                        .param("scores", json.writeValueAsString(none))
                        .update()
                == 1;
    }

    /** The last run of a day stands for it. */
    public void keep(PredictionModel model, Scoring scoring) {
        Instant ended = scoring.endedAt();
        jdbc.sql(KEEP)
                .param("model", model.code())
                .param("day", scoring.day())
                .param("version", scoring.version())
                .param("scores", json.writeValueAsString(scoring.scores()))
                .param("words", json.writeValueAsString(scoring.words()))
                .param("shift", scoring.shift())
                .param("drifted", scoring.drifted())
                .param("at", ended == null ? null : ended.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that are through, the newest first. */
    public List<Scoring> latest(PredictionModel model, int limit) {
        return jdbc.sql(LATEST)
                .param("model", model.code())
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    private Scoring read(ResultSet row, int index) throws SQLException {
        @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Scoring(
                row.getObject("on_day", LocalDate.class),
                row.getInt("version"),
                json.readValue(row.getString("scores"), Histogram.class),
                json.readValue(row.getString("words"), new TypeReference<Map<String, Long>>() {}),
                row.getDouble("shift"),
                row.getBoolean("drifted"),
                ended == null ? null : ended.toInstant());
    }
}
