package dev.waystation.platform.insight.prediction.store;

import dev.waystation.platform.insight.prediction.model.PredictionModel;
import dev.waystation.platform.insight.prediction.model.Quality;
import dev.waystation.platform.insight.prediction.model.TrainedModel;
import dev.waystation.statistics.Histogram;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Versions of models, and which of them decides. */
@Repository
public class ModelRows {

    private static final String COLUMNS =
            """
            select v.model, v.version, v.as_of, v.days, v.members, v.parameters, v.quality,
                v.reference, v.trained_by, v.trained_at
            from prediction.version v
            """;

    private static final String NEXT =
            "select coalesce(max(version), 0) + 1 from prediction.version where model = :model";

    private static final String ADD =
            """
            insert into prediction.version
              (model, version, as_of, days, members, parameters, quality, reference,
               trained_by, trained_at)
            values (:model, :version, :asOf, :days, :members, cast(:parameters as jsonb),
                cast(:quality as jsonb), cast(:reference as jsonb), :by, :at)
            """;

    private static final String IN_FORCE =
            COLUMNS
                    + """
                    join prediction.in_force f on f.model = v.model and f.version = v.version
                    where v.model = :model
                    """;

    private static final String HOLD =
            "select version from prediction.in_force where model = :model for share";

    private static final String PUT_IN_FORCE =
            """
            insert into prediction.in_force (model, version, since)
            values (:model, :version, :at)
            on conflict (model) do update set version = excluded.version, since = excluded.since
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ModelRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The number of the version to come; two at once meet at the key. */
    public int next(PredictionModel model) {
        return jdbc.sql(NEXT).param("model", model.code()).query(Integer.class).single();
    }

    public void add(TrainedModel trained) {
        jdbc.sql(ADD)
                .param("model", trained.model().code())
                .param("version", trained.version())
                .param("asOf", trained.asOf())
                .param("days", trained.days())
                .param("members", trained.members())
                .param("parameters", json.writeValueAsString(trained.forecaster()))
                .param("quality", json.writeValueAsString(trained.quality()))
                .param("reference", json.writeValueAsString(trained.reference()))
                .param("by", trained.by())
                .param("at", trained.trainedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void putInForce(PredictionModel model, int version, Instant at) {
        jdbc.sql(PUT_IN_FORCE)
                .param("model", model.code())
                .param("version", version)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<TrainedModel> inForce(PredictionModel model) {
        return jdbc.sql(IN_FORCE).param("model", model.code()).query(this::read).optional();
    }

    /** Whether it decides, and goes on to do so until the transaction ends. */
    public boolean holds(TrainedModel trained) {
        return jdbc.sql(HOLD)
                .param("model", trained.model().code())
                .query(Integer.class)
                .optional()
                .filter(version -> version == trained.version())
                .isPresent();
    }

    public Optional<TrainedModel> find(PredictionModel model, int version) {
        return all(model).stream().filter(each -> each.version() == version).findFirst();
    }

    /** The newest first. */
    public List<TrainedModel> all(PredictionModel model) {
        return jdbc.sql(COLUMNS + "where v.model = :model order by v.version desc")
                .param("model", model.code())
                .query(this::read)
                .list();
    }

    private TrainedModel read(ResultSet row, int index) throws SQLException {
        PredictionModel model = PredictionModel.of(row.getString("model")).orElseThrow();
        return new TrainedModel(
                model,
                row.getInt("version"),
                row.getObject("as_of", LocalDate.class),
                row.getInt("days"),
                row.getLong("members"),
                json.readValue(row.getString("parameters"), model.kind()),
                json.readValue(row.getString("quality"), Quality.class),
                json.readValue(row.getString("reference"), Histogram.class),
                row.getString("trained_by"),
                row.getObject("trained_at", OffsetDateTime.class).toInstant());
    }
}
