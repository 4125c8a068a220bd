package dev.waystation.platform.engagement.events.store;

import dev.waystation.platform.engagement.events.model.Source;
import dev.waystation.platform.foundation.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets by which sources sign their webhooks. */
@Component
public class HookStore {

    private static final String SECRET = "event hook secret";

    private static final String FIND =
            """
            select hook_secret_sealed from events.source
            where id = :id and revoked_at is null and hook_secret_sealed is not null
            """;

    private static final String SET =
            """
            update events.source set hook_secret_sealed = :secret
            where id = :id and revoked_at is null
            """;

    /** A source with its secret. */
    public record Hook(Source source, String secret) {
        @Override
        public String toString() {
            return "Hook[" + source + "]";
        }
    }

    private final JdbcClient jdbc;
    private final SourceStore sources;
    private final Vault vault;

    HookStore(JdbcClient jdbc, SourceStore sources, Vault vault) {
        this.jdbc = jdbc;
        this.sources = sources;
        this.vault = vault;
    }

    public Optional<Hook> find(int sourceId) {
        return jdbc.sql(FIND)
                .param("id", sourceId)
                .query((row, _) -> row.getBytes(1))
                .optional()
                .map(sealed ->
                        new Hook(
                                sources.find(sourceId),
                                new String(vault.openOwn(SECRET, sealed), StandardCharsets.UTF_8)));
    }

    public boolean set(int sourceId, String secret) {
        return jdbc.sql(SET)
                        .param("id", sourceId)
                        .param(
                                "secret",
                                vault.sealOwn(SECRET, secret.getBytes(StandardCharsets.UTF_8)))
                        .update()
                == 1;
    }
}
