package dev.waystation.platform.engagement.events.store;

import dev.waystation.platform.engagement.events.model.BadMessage;
import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.platform.engagement.events.model.Quarantined;
import dev.waystation.platform.foundation.edge.Said;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages that could not be taken. */
@Component
public class QuarantineStore {

    private static final String COLUMNS =
            """
            id, source_id, call, raw, field, remedy_zh, remedy_en, sent_at, received_at, state
            """;

    private static final String ADD =
            """
            insert into events.quarantine
              (source_id, digest, call, raw, field, remedy_zh, remedy_en, sent_at, received_at)
            values (:source, :digest, :call, :raw, :field, :zh, :en, :sent, :received)
            on conflict on constraint quarantine_once do nothing
            """;

    private static final String PAGE =
            "select "
                    + COLUMNS
                    + " from events.quarantine where state = :state and id < :before"
                    + " order by id desc limit :limit";

    // Two who replay at once share the work instead of doing it twice.
    private static final String WAITING =
            "select "
                    + COLUMNS
                    + " from events.quarantine where state = 'waiting'"
                    + " and (cast(:id as bigint) is null or id = cast(:id as bigint))"
                    + " order by id limit :limit for update skip locked";

    private static final String SETTLE =
            """
            update events.quarantine set state = :state, settled_at = :now
            where id = :id and state = 'waiting'
            """;

    private static final String REMOVE_HOLDING =
            """
            delete from events.quarantine q
            where exists (
                select from unnest(cast(:texts as text[])) as t (held)
                where strpos(q.raw, t.held) > 0)
            """;

    private final JdbcClient jdbc;

    QuarantineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same message waits once. */
    public void add(int source, BadMessage bad, Said remedy, Instant received) {
        Instant sent = bad.sentAt();
        Call call = bad.call();
        jdbc.sql(ADD)
                .param("source", source)
                .param("digest", digest(bad.raw()))
                .param("call", call == null ? null : call.code())
                .param("raw", new String(bad.raw(), StandardCharsets.UTF_8))
                .param("field", bad.fault().field())
                .param("zh", remedy.zh())
                .param("en", remedy.en())
                .param("sent", sent == null ? null : sent.atOffset(ZoneOffset.UTC))
                .param("received", received.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest first. */
    public List<Quarantined> page(String state, long before, int limit) {
        return jdbc.sql(PAGE)
                .param("state", state)
                .param("before", before)
                .param("limit", limit)
                .query(QuarantineStore::read)
                .list();
    }

    /** The longest waiting, locked; one of them when {@code id} says so. */
    public List<Quarantined> waiting(@Nullable Long id, int limit) {
        return jdbc.sql(WAITING)
                .param("id", id)
                .param("limit", limit)
                .query(QuarantineStore::read)
                .list();
    }

    /** {@code replayed} or {@code dropped}; false when it does not wait. */
    public boolean settle(long id, String state, Instant now) {
        return jdbc.sql(SETTLE)
                        .param("id", id)
                        .param("state", state)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those that hold one of these texts; answers how many. */
    public int removeHolding(Set<String> texts) {
        return jdbc.sql(REMOVE_HOLDING).param("texts", texts.toArray(String[]::new)).update();
    }

    /** Those that came before. */
    public void removeBefore(Instant moment) {
        jdbc.sql("delete from events.quarantine where received_at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Quarantined read(ResultSet row, int index) throws SQLException {
        String call = row.getString("call");
        OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
        return new Quarantined(
                row.getLong("id"),
                row.getInt("source_id"),
                call == null ? null : Call.of(call).orElseThrow(),
                row.getString("raw"),
                row.getString("field"),
                new Said(row.getString("remedy_zh"), row.getString("remedy_en")),
                sent == null ? null : sent.toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("state"));
    }

    private static byte[] digest(byte[] raw) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(raw);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
