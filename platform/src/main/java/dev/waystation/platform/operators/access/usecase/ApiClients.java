package dev.waystation.platform.operators.access.usecase;

import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.operators.access.facts.ApiKeyRevoked;
import dev.waystation.platform.operators.access.store.ApiClientStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The programs that may come in, and the end of a key. */
@Service
public class ApiClients {

    /** A client without its key, which nobody knows any more. */
    public record Client(
            long id,
            String name,
            String prefix,
            Set<String> scopes,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    private final ApiClientStore store;
    private final FactLog facts;
    private final Clock clock;

    ApiClients(ApiClientStore store, FactLog facts, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.clock = clock;
    }

    public Page<Client> page(Optional<Cursor> cursor, int limit) {
        long after = cursor.map(found -> found.number(0)).orElse(0L);
        return Page.cut(store.list(after, limit + 1), limit, last -> Cursor.after(last.id()))
                .map(ApiClients::client);
    }

    /** False when there is no such client, or it was revoked before. */
    @Transactional
    public boolean revoke(long id, String actor) {
        boolean revoked = store.revoke(id);
        if (revoked) {
            facts.append(new ApiKeyRevoked(id, actor, clock.instant()));
        }
        return revoked;
    }

    private static Client client(ApiClientStore.Client row) {
        return new Client(
                row.id(),
                row.name(),
                row.prefix(),
                row.scopes(),
                row.createdAt(),
                row.lastUsedAt(),
                row.revokedAt());
    }
}
