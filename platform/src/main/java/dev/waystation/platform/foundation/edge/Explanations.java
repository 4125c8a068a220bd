package dev.waystation.platform.foundation.edge;

import dev.waystation.platform.foundation.lanes.Trip;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the reasons of decisions beside the decisions: in the same transaction. */
@Component
public class Explanations {

    private static final String KEEP =
            """
            insert into foundation.explanation (id, member_id, body, kept_at)
            select unnest(?), unnest(?), unnest(?)::jsonb, ?
            """;

    private static final String FIND =
            "select member_id, body from foundation.explanation where id = :id";

    /** Reasons and the member whose decision they explain; only that member may read them. */
    public record Owned(long memberId, Explanation explanation) {}

    // Starts anywhere: another process counts from elsewhere.
    private static final AtomicLong NUMBER =
            new AtomicLong(UUID.randomUUID().getLeastSignificantBits());

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final ObjectProvider<ExplanationSource> sources;

    Explanations(
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock,
            ObjectProvider<ExplanationSource> sources) {
        this.sources = sources;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps one and says under which id. */
    public String keep(long memberId, Explanation explanation) {
        String id = freshId();
        keep(Map.of(id, new Owned(memberId, explanation)));
        return id;
    }

    /** Keeps many in one statement under ids taken from {@link #freshId}. */
    public void keep(Map<String, Owned> explanations) {
        if (explanations.isEmpty()) {
            return;
        }
        jdbc.sql(KEEP).params(rows(explanations)).update();
    }

    /** Keeps them when the trip arrives, with the decisions that it carries. */
    public void keep(Map<String, Owned> explanations, Trip trip) {
        if (!explanations.isEmpty()) {
            trip.add(KEEP, rows(explanations).toArray());
        }
    }

    private List<Object> rows(Map<String, Owned> explanations) {
        // A campaign credits thousands for one and the same reason.
        IdentityHashMap<Explanation, String> written = new IdentityHashMap<>();
        return List.of(
                explanations.keySet().toArray(String[]::new),
                explanations.values().stream().mapToLong(Owned::memberId).toArray(),
                explanations.values().stream()
                        .map(Owned::explanation)
                        .map(each -> written.computeIfAbsent(each, json::writeValueAsString))
                        .toArray(String[]::new),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    public Optional<Owned> find(String id) {
        return sources.stream()
                .filter(source -> id.startsWith(source.prefix()))
                .findFirst()
                .map(source -> source.find(id))
                .orElseGet(() -> kept(id));
    }

    private Optional<Owned> kept(String id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .query((row, index) ->
                        new Owned(
                                row.getLong("member_id"),
                                json.readValue(row.getString("body"), Explanation.class)))
                .optional();
    }

    /**
     * An id nobody can guess: explanations hold amounts and ages. It counts up in front, so that
     * what is written one after the other stands side by side in the index.
     */
    public static String freshId() {
        String random = UUID.randomUUID().toString().replace("-", "");
        long number = NUMBER.getAndIncrement() & 0xffff_ffff_ffffL;
        return "exp_" + HexFormat.of().toHexDigits(number, 12) + random.substring(12);
    }
}
