package dev.waystation.platform.insight.privacy.store;

import dev.waystation.platform.insight.privacy.model.Request;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was asked. */
@Repository
public class RequestStore {

    private static final String COLUMNS =
            """
            select id, kind, member_id, asked_by, reason, done_at, document, signature
            from privacy.request
            """;

    private static final String ADD =
            """
            insert into privacy.request
              (kind, member_id, asked_by, reason, done_at, document, signature)
            values (:kind, :member, :by, :reason, :at, :document, :signature)
            returning id
            """;

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long add(
            String kind,
            long memberId,
            String by,
            String reason,
            Instant at,
            @Nullable String document,
            @Nullable String signature) {
        return jdbc.sql(ADD)
                .param("kind", kind)
                .param("member", memberId)
                .param("by", by)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("document", document)
                .param("signature", signature)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    public Optional<Request> find(long id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(RequestStore::read)
                .optional();
    }

    /** The latest first. */
    public List<Request> before(long id, int limit) {
        return jdbc.sql(COLUMNS + "where id < :before order by id desc limit :limit")
                .param("before", id)
                .param("limit", limit)
                .query(RequestStore::read)
                .list();
    }

    /** What was asked of one person's data, the latest first. */
    public List<Request> of(long memberId) {
        return jdbc.sql(COLUMNS + "where member_id = :member order by id desc")
                .param("member", memberId)
                .query(RequestStore::read)
                .list();
    }

    private static Request read(ResultSet row, int index) throws SQLException {
        return new Request(
                row.getLong("id"),
                row.getString("kind"),
                row.getLong("member_id"),
                row.getString("asked_by"),
                row.getString("reason"),
                row.getObject("done_at", OffsetDateTime.class).toInstant(),
                row.getString("document"),
                row.getString("signature"));
    }
}
