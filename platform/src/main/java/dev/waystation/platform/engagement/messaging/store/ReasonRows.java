package dev.waystation.platform.engagement.messaging.store;

import dev.waystation.platform.foundation.edge.Explanation;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why messages leave or stay. A batch says the same of thousands, so a text is written once per
 * batch and messages name it; two batches share nothing and wait for nobody.
 */
@Repository
public class ReasonRows {

    private static final String KEEP =
            """
            insert into messaging.reason (reason_id, body, kept_at)
            select unnest(cast(:ids as uuid[])), unnest(:bodies)::json, cast(:at as timestamptz)
            """;

    private static final String OF =
            """
            select m.reference, m.member_id, b.body as because,
                   coalesce(w.body::text, m.why::text) as why
            from messaging.message m
            left join messaging.reason b on b.reason_id = m.because_id
            left join messaging.reason w on w.reason_id = m.why_id
            where m.reference = any(cast(:references as uuid[]))
            """;

    public static final String PREFIX = "why_";

    // Starts anywhere: another process counts from elsewhere, and neighbours stand side by side.
    private static final AtomicLong NUMBER =
            new AtomicLong(UUID.randomUUID().getMostSignificantBits());

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReasonRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Under which id the reasons of a message are found. */
    public static String idOf(UUID reference, long memberId) {
        HexFormat hex = HexFormat.of();
        return PREFIX
                + hex.toHexDigits(reference.getMostSignificantBits())
                + hex.toHexDigits(reference.getLeastSignificantBits())
                + Long.toHexString(memberId);
    }

    /** The texts of one batch, each with the id it is kept under. */
    public static final class Batch {

        private final Map<Explanation, UUID> ids = new LinkedHashMap<>();

        /** The id of an explanation, the same for the same reasons. */
        public UUID of(Explanation explanation) {
            return ids.computeIfAbsent(
                    explanation,
                    _ ->
                            new UUID(
                                    NUMBER.getAndIncrement(),
                                    UUID.randomUUID().getLeastSignificantBits()));
        }
    }

    public void keep(Batch batch, Instant at) {
        if (batch.ids.isEmpty()) {
            return;
        }
        jdbc.sql(KEEP)
                .param(
                        "ids",
                        batch.ids.values().stream().map(UUID::toString).toArray(String[]::new))
                .param(
                        "bodies",
                        batch.ids.keySet().stream()
                                .map(json::writeValueAsString)
                                .toArray(String[]::new))
                .param("at", MessageRows.utc(at))
                .update();
    }

    /**
     * What is kept of one message.
     *
     * @param because why this member; null when the asker said nothing
     * @param why every check of the send gate
     */
    public record Kept(
            UUID reference, long memberId, @Nullable Explanation because, Explanation why) {}

    public List<Kept> of(List<UUID> references) {
        return jdbc.sql(OF)
                .param("references", references.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> {
                    String body = row.getString("because");
                    return new Kept(
                            row.getObject("reference", UUID.class),
                            row.getLong("member_id"),
                            body == null ? null : json.readValue(body, Explanation.class),
                            json.readValue(row.getString("why"), Explanation.class));
                })
                .list();
    }

    /** The same of one message, whoever it is kept for. */
    public Optional<Kept> of(UUID reference, long memberId) {
        List<Kept> found = of(List.of(reference));
        return found.stream()
                .filter(kept -> kept.memberId() == memberId)
                .findFirst()
                .or(() -> found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty());
    }
}
