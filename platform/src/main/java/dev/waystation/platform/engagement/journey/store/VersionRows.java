package dev.waystation.platform.engagement.journey.store;

import dev.waystation.platform.engagement.journey.model.Content;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Every version of a journey with how many still wait in it. */
@Repository
public class VersionRows {

    private static final String OF =
            """
            select v.version, v.content, v.published_at, v.published_by,
                   (select count(*) from journey.enrolment e
                    where e.journey_id = v.journey_id and e.version = v.version
                      and e.ended_at is null) as waiting
            from journey.version v where v.journey_id = :id order by v.version
            """;

    private static final String ENTERED_INTO =
            """
            select count(*) from journey.enrolment
            where journey_id = :journey and version = :version
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VersionRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One version. */
    public record Row(
            int version, Content content, Instant publishedAt, String publishedBy, long waiting) {}

    /** Oldest first. */
    public List<Row> of(long journeyId) {
        return jdbc.sql(OF)
                .param("id", journeyId)
                .query((row, number) ->
                        new Row(
                                row.getInt("version"),
                                json.readValue(row.getString("content"), Content.class),
                                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                                row.getString("published_by"),
                                row.getLong("waiting")))
                .list();
    }

    /** How many a version has let in so far. */
    public long enteredInto(long journeyId, int version) {
        return jdbc.sql(ENTERED_INTO)
                .param("journey", journeyId)
                .param("version", version)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
