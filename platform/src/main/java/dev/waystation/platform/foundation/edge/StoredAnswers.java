package dev.waystation.platform.foundation.edge;

import dev.waystation.platform.foundation.vault.Vault;
import dev.waystation.platform.foundation.wiring.MachineTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers by caller and key, sealed: they hold what people were shown, new keys among it. */
@Repository
class StoredAnswers {

    static final Duration KEPT = Duration.ofDays(3);

    private static final String PURPOSE = "idempotency answers";

    // Lives as long as the request's transaction, so "still running" needs no row and no clean-up.
    private static final String CLAIM =
            """
            select pg_try_advisory_xact_lock(:reference)
            """;

    private static final String FIND =
            """
            select fingerprint, status, headers, body
            from foundation.idempotency
            where caller = :caller and key = :key
            """;

    private static final String STORE =
            """
            insert into foundation.idempotency
              (caller, key, fingerprint, status, headers, body, stored_at)
            values (:caller, :key, :fingerprint, :status, :headers::jsonb, :body, :now)
            """;

    private static final String FORGET =
            """
            delete from foundation.idempotency where stored_at < :before
            """;

    /** What was answered, and to which request. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    record Answer(byte[] fingerprint, int status, Map<String, String> headers, byte[] body) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Vault vault;
    private final MachineTime machine;

    StoredAnswers(JdbcClient jdbc, JsonMapper json, Vault vault, MachineTime machine) {
        this.jdbc = jdbc;
        this.json = json;
        this.vault = vault;
        this.machine = machine;
    }

    boolean claim(UUID reference) {
        return jdbc.sql(CLAIM)
                .param("reference", reference.getMostSignificantBits())
                .query(Boolean.class)
                .single();
    }

    Optional<Answer> find(String caller, String key) {
        return jdbc.sql(FIND)
                .param("caller", caller)
                .param("key", key)
                .query((row, index) ->
                        new Answer(
                                row.getBytes("fingerprint"),
                                row.getInt("status"),
                                headers(row.getString("headers")),
                                vault.openOwn(PURPOSE, row.getBytes("body"))))
                .optional();
    }

    void store(String caller, String key, Answer answer) {
        jdbc.sql(STORE)
                .param("caller", caller)
                .param("key", key)
                .param("fingerprint", answer.fingerprint())
                .param("status", answer.status())
                .param("headers", json.writeValueAsString(answer.headers()))
                .param("body", vault.sealOwn(PURPOSE, answer.body()))
                .param("now", machine.utc())
                .update();
    }

    int forgetOld() {
        return jdbc.sql(FORGET)
                .param("before", machine.now().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private Map<String, String> headers(String text) {
        return json.readValue(text, new TypeReference<>() {});
    }
}
