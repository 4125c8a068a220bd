package dev.waystation.platform.engagement.identity.store;

import dev.waystation.platform.engagement.identity.model.Identifier;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Values that name nobody, by order of the operator. */
@Component
public class BlockStore {

    private static final String ADD =
            """
            insert into identity.blocked (type, value_index, reason, blocked_by, blocked_at)
            values (:type, decode(:value, 'hex'), :reason, :by, :now)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    BlockStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Identifier identifier, String reason, String by, Instant now) {
        jdbc.sql(ADD)
                .param("type", identifier.type().code())
                .param("value", identifier.index())
                .param("reason", reason)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
