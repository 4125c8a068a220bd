package dev.waystation.platform.selling.release.store;

import dev.waystation.platform.selling.release.model.Plan;
import dev.waystation.platform.selling.release.model.PlanSketch;
import dev.waystation.platform.selling.release.model.PlanState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Versions of release plans. */
@Repository
public class Plans {

    private static final String COLUMNS =
            """
            select plan_id, train_code, seat_class, version, state, sketch, author, published_at
            from release.plan
            """;

    private static final String DRAFT =
            """
            insert into release.plan (train_code, seat_class, version, state, sketch, author,
                drafted_at)
            select :train, :class, coalesce(max(version), 0) + 1, 'DRAFT', :sketch::jsonb,
                :author, :now
            from release.plan
            where train_code = :train and seat_class = :class
            returning plan_id
            """;

    private static final String RETIRE =
            """
            update release.plan set state = 'RETIRED'
            where train_code = :train and seat_class = :class and state = 'PUBLISHED'
                and plan_id <> :plan
            """;

    private static final String PUBLISH =
            """
            update release.plan set state = 'PUBLISHED', published_at = :now, author = :author
            where plan_id = :plan and state = 'DRAFT'
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Plans(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public long draft(
            String trainCode, String seatClass, PlanSketch sketch, String author, Instant now) {
        return jdbc.sql(DRAFT)
                .param("train", trainCode)
                .param("class", seatClass)
                .param("sketch", json.writeValueAsString(sketch))
                .param("author", author)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    public Optional<Plan> find(long id) {
        return jdbc.sql(COLUMNS + "where plan_id = :id")
                .param("id", id)
                .query(this::plan)
                .optional();
    }

    /** The plan in force for a train and class. */
    public Optional<Plan> published(String trainCode, String seatClass) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where train_code = :train and seat_class = :class
                                    and state = 'PUBLISHED'
                                """)
                .param("train", trainCode)
                .param("class", seatClass)
                .query(this::plan)
                .optional();
    }

    /** All plans in force. */
    public List<Plan> published() {
        return jdbc.sql(COLUMNS + "where state = 'PUBLISHED' order by plan_id")
                .query(this::plan)
                .list();
    }

    /** Newest first, those before an id. */
    public List<Plan> list(long before, int limit) {
        return jdbc.sql(COLUMNS + "where plan_id < :before order by plan_id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(this::plan)
                .list();
    }

    /** False when the plan is no draft any more. */
    public boolean publish(Plan plan, String author, Instant now) {
        jdbc.sql(RETIRE)
                .param("train", plan.trainCode())
                .param("class", plan.seatClass())
                .param("plan", plan.id())
                .update();
        return jdbc.sql(PUBLISH)
                        .param("plan", plan.id())
                        .param("author", author)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Plan plan(ResultSet row, int index) throws SQLException {
        Timestamp published = row.getTimestamp("published_at");
        return new Plan(
                row.getLong("plan_id"),
                row.getString("train_code"),
                row.getString("seat_class"),
                row.getInt("version"),
                PlanState.valueOf(row.getString("state")),
                json.readValue(row.getString("sketch"), PlanSketch.class),
                row.getString("author"),
                published == null ? null : published.toInstant());
    }
}
