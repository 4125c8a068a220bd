package dev.waystation.platform.insight.trust.store;

import dev.waystation.platform.insight.trust.model.AuditEntry;
import dev.waystation.platform.insight.trust.model.AuditFilter;
import dev.waystation.platform.insight.trust.model.AuditObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The trail, entry by entry. */
@Component
public class AuditStore {

    private static final String COLUMNS =
            """
            select sequence, fact_position, occurred_at, actor, action, subject, detail,
                   previous, digest
            from trust.audit_entry
            """;

    private static final String LAST = COLUMNS + "order by sequence desc limit 1";

    private static final String BEFORE =
            COLUMNS
                    + """
                    where sequence < :before
                      and (:subject::bigint is null
                           or (subject = :subject and action = any (:actions)))
                      and (:actor::text is null or actor = :actor)
                      and (:action::text is null or action = :action)
                      and (:from::timestamptz is null or occurred_at >= :from)
                      and (:to::timestamptz is null or occurred_at < :to)
                    order by sequence desc
                    limit :limit
                    """;

    private static final String AFTER =
            COLUMNS + "where sequence > :after order by sequence limit :limit";

    private static final String KNOWN =
            "select count(*) from trust.audit_entry where fact_position = :position";

    private static final String INSERT =
            """
            insert into trust.audit_entry
              (sequence, fact_position, occurred_at, actor, action, subject, detail, previous,
               digest)
            values
              (:sequence, :position, :at, :actor, :action, :subject, :detail, :previous, :digest)
            """;

    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<AuditEntry> last() {
        return jdbc.sql(LAST).query(AuditStore::read).optional();
    }

    /** Entries before one, newest first. */
    public List<AuditEntry> before(AuditFilter filter, long sequence, int limit) {
        AuditObject.Found about = filter.about();
        return jdbc.sql(BEFORE)
                .param("before", sequence)
                .param("subject", about == null ? null : about.number())
                .param(
                        "actions",
                        about == null
                                ? new String[0]
                                : about.kind().actions().toArray(String[]::new))
                .param("actor", filter.by() == null ? null : "staff:" + filter.by())
                .param("action", filter.action())
                .param("from", utc(filter.from()))
                .param("to", utc(filter.to()))
                .param("limit", limit)
                .query(AuditStore::read)
                .list();
    }

    public List<AuditEntry> after(long sequence, int limit) {
        return jdbc.sql(AFTER)
                .param("after", sequence)
                .param("limit", limit)
                .query(AuditStore::read)
                .list();
    }

    public boolean known(long factPosition) {
        return jdbc.sql(KNOWN).param("position", factPosition).query(Long.class).single() > 0;
    }

    public void append(AuditEntry entry) {
        jdbc.sql(INSERT)
                .param("sequence", entry.sequence())
                .param("position", entry.factPosition())
                .param("at", entry.occurredAt().atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("detail", entry.detail())
                .param("previous", entry.previous())
                .param("digest", entry.digest())
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static AuditEntry read(ResultSet row, int index) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                row.getLong("fact_position"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getLong("subject"),
                row.getString("detail"),
                row.getString("previous"),
                row.getString("digest"));
    }
}
