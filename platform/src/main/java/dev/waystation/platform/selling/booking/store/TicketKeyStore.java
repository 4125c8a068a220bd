package dev.waystation.platform.selling.booking.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys that sign ticket codes. */
@Repository
public class TicketKeyStore {

    private static final String ADD =
            """
            insert into booking.ticket_key (key_id, public_key, private_key, made_at)
            values (:keyId, :publicKey, :privateKey, :madeAt)
            on conflict on constraint ticket_key_pkey do nothing
            """;
    private static final String ALL =
            "select key_id, public_key, private_key from booking.ticket_key order by key_id";

    private final JdbcClient jdbc;

    TicketKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key pair at rest; the private half is sealed. */
    @SuppressWarnings("ArrayRecordComponent") // carried from the row to the key, never compared
    public record StoredKey(int keyId, byte[] publicKey, byte[] privateKey) {}

    public void add(StoredKey key, Instant madeAt) {
        jdbc.sql(ADD)
                .param("keyId", key.keyId())
                .param("publicKey", key.publicKey())
                .param("privateKey", key.privateKey())
                .param("madeAt", Timestamp.from(madeAt))
                .update();
    }

    /** Oldest first; the last one signs. */
    public List<StoredKey> all() {
        return jdbc.sql(ALL)
                .query((row, index) ->
                        new StoredKey(
                                row.getInt("key_id"),
                                row.getBytes("public_key"),
                                row.getBytes("private_key")))
                .list();
    }
}
