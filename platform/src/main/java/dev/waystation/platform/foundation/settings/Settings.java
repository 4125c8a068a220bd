package dev.waystation.platform.foundation.settings;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Small rules as data, one row per subject. Every version stays, because a decision of the past has
 * to be explained by the rules of the past. For rules that are asked for a few times a second.
 */
@Component
public class Settings {

    private static final String READ =
            """
            select body from foundation.setting where code = :code order by version desc limit 1
            """;

    private static final String WRITE =
            """
            insert into foundation.setting (code, version, body, changed_by, changed_at)
            select :code, coalesce(max(version), 0) + 1, :body::json, :by, :at
            from foundation.setting where code = :code
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Settings(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The newest value.
     *
     * @param usual what holds until somebody decided
     */
    public <T> T read(String code, Class<T> shape, T usual) {
        return jdbc.sql(READ)
                .param("code", code)
                .query(String.class)
                .optional()
                .map(body -> json.readValue(body, shape))
                .orElse(usual);
    }

    /** Two writers at once: the later one fails on the key and nothing of it stays. */
    public void write(String code, Object value, String by) {
        jdbc.sql(WRITE)
                .param("code", code)
                .param("body", json.writeValueAsString(value))
                .param("by", by)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
