package dev.waystation.platform.engagement.webhooks.store;

import dev.waystation.platform.engagement.webhooks.model.Endpoint;
import dev.waystation.platform.foundation.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Endpoints; their secrets sealed. */
@Component
public class EndpointStore {

    private static final String SECRET = "webhook secret";

    private static final String ALL =
            "select id, url, types, state, created_at from webhooks.endpoint order by id";

    private static final String FIND =
            "select id, url, types, state, created_at from webhooks.endpoint where id = :id";

    private static final String ADD =
            """
            insert into webhooks.endpoint (url, secret_sealed, types, created_at)
            values (:url, :secret, :types, :now)
            returning id, url, types, state, created_at
            """;

    private static final String SET_STATE =
            "update webhooks.endpoint set state = :state where id = :id and state <> :state";

    private final JdbcClient jdbc;
    private final Vault vault;

    EndpointStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    public List<Endpoint> all() {
        return jdbc.sql(ALL).query(EndpointStore::read).list();
    }

    public Optional<Endpoint> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(EndpointStore::read).optional();
    }

    public Endpoint add(String url, String secret, List<String> types, Instant now) {
        return jdbc.sql(ADD)
                .param("url", url)
                .param("secret", vault.sealOwn(SECRET, secret.getBytes(StandardCharsets.UTF_8)))
                .param("types", types.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(EndpointStore::read)
                .single();
    }

    public boolean setState(long id, String state) {
        return jdbc.sql(SET_STATE).param("id", id).param("state", state).update() == 1;
    }

    public String secret(long id) {
        byte[] sealed =
                jdbc.sql("select secret_sealed from webhooks.endpoint where id = :id")
                        .param("id", id)
                        .query((row, _) -> row.getBytes(1))
                        .single();
        return new String(vault.openOwn(SECRET, sealed), StandardCharsets.UTF_8);
    }

    private static Endpoint read(ResultSet row, int index) throws SQLException {
        return new Endpoint(
                row.getLong("id"),
                row.getString("url"),
                Arrays.asList((String[]) row.getArray("types").getArray()),
                row.getString("state"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
