package dev.waystation.platform.foundation.edge;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the reasons of decisions beside the decisions: in the same transaction. */
@Component
public class Explanations {

    private static final String KEEP =
            """
            insert into foundation.explanation (id, body, kept_at)
            select e.id, e.body::jsonb, :at
            from unnest(:ids, :bodies) as e (id, body)
            """;

    private static final String FIND = "select body from foundation.explanation where id = :id";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Explanations(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps one and says under which id. */
    public String keep(Explanation explanation) {
        String id = freshId();
        keep(Map.of(id, explanation));
        return id;
    }

    /** Keeps many in one statement under ids taken from {@link #freshId}. */
    public void keep(Map<String, Explanation> explanations) {
        if (explanations.isEmpty()) {
            return;
        }
        jdbc.sql(KEEP)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ids", explanations.keySet().toArray(String[]::new))
                .param(
                        "bodies",
                        explanations.values().stream()
                                .map(json::writeValueAsString)
                                .toArray(String[]::new))
                .update();
    }

    public Optional<Explanation> find(String id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .query(String.class)
                .optional()
                .map(body -> json.readValue(body, Explanation.class));
    }

    /** An id nobody can guess: explanations hold amounts and ages. */
    public static String freshId() {
        return "exp_" + UUID.randomUUID().toString().replace("-", "");
    }
}
