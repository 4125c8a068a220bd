package dev.waystation.platform.operators.access.store;

import dev.waystation.platform.foundation.wiring.MachineTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** API clients by the digest of their key. */
@Repository
public class ApiClientStore {

    private static final String CREATE =
            """
            insert into access.api_client
              (name, prefix, key_hash, scopes, created_by, created_at)
            values (:name, :prefix, :hash, :scopes, :createdBy, :now)
            returning id
            """;

    private static final String FIND_BY_KEY =
            """
            select id, name, prefix, scopes, created_at, last_used_at, revoked_at
            from access.api_client
            where key_hash = :hash and revoked_at is null
            """;

    // At most one write per minute and key.
    private static final String USED =
            """
            update access.api_client set last_used_at = :now
            where id = :id
              and (last_used_at is null
                   or last_used_at < cast(:now as timestamptz) - interval '1 minute')
            """;

    private static final String LIST =
            """
            select id, name, prefix, scopes, created_at, last_used_at, revoked_at
            from access.api_client
            where id > :after
            order by id
            limit :limit
            """;

    private static final String REVOKE =
            """
            update access.api_client set revoked_at = :now where id = :id and revoked_at is null
            """;

    /** One client, without its key. */
    public record Client(
            long id,
            String name,
            String prefix,
            Set<String> scopes,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    private final JdbcClient jdbc;
    private final MachineTime machine;

    ApiClientStore(JdbcClient jdbc, MachineTime machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    public long create(
            String name, String prefix, byte[] hash, Collection<String> scopes, long createdBy) {
        return jdbc.sql(CREATE)
                .param("name", name)
                .param("prefix", prefix)
                .param("hash", hash)
                .param("scopes", scopes.toArray(String[]::new))
                .param("createdBy", createdBy)
                .param("now", machine.utc())
                .query(Long.class)
                .single();
    }

    public Optional<Client> byKey(byte[] hash) {
        Optional<Client> found =
                jdbc.sql(FIND_BY_KEY).param("hash", hash).query(ApiClientStore::client).optional();
        found.ifPresent(client ->
                jdbc.sql(USED).param("id", client.id()).param("now", machine.utc()).update());
        return found;
    }

    public List<Client> list(long after, int limit) {
        return jdbc.sql(LIST)
                .param("after", after)
                .param("limit", limit)
                .query(ApiClientStore::client)
                .list();
    }

    public boolean revoke(long id) {
        return jdbc.sql(REVOKE).param("id", id).param("now", machine.utc()).update() == 1;
    }

    private static Client client(ResultSet row, int index) throws SQLException {
        return new Client(
                row.getLong("id"),
                row.getString("name"),
                row.getString("prefix"),
                StaffStore.texts(row.getArray("scopes")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("last_used_at")),
                instant(row.getTimestamp("revoked_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
