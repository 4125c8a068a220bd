package dev.waystation.platform.engagement.messaging.store;

import dev.waystation.platform.engagement.messaging.model.MailReturn;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What mail houses sent back, once each. */
@Repository
public class ReturnedMailRows {

    private static final String KEEP =
            """
            insert into messaging.returned_mail (vendor_reference, kind, code, said, read_at)
            values (:reference, :kind, :code, :said, :at) on conflict do nothing
            """;

    private final JdbcClient jdbc;

    ReturnedMailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the same was told before. */
    public boolean keep(MailReturn told, Instant at) {
        return jdbc.sql(KEEP)
                        .param("reference", told.messageId())
                        .param("kind", told.kind().word())
                        .param("code", told.code())
                        .param("said", told.said())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
