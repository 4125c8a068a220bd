package dev.waystation.platform.members.membership.store;

import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.members.membership.Consent;
import dev.waystation.platform.members.membership.ConsentLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What members said about channels and purposes, line by line; the newest line counts. */
@Component
public class ConsentStore {

    private static final String CURRENT =
            """
            select distinct on (channel, purpose) channel, purpose, granted, changed_at, source
            from membership.consent_change
            where member_id = :member
            order by channel, purpose, sequence desc
            """;

    private static final String CURRENT_OF_MANY =
            """
            select distinct on (member_id, channel, purpose)
                   member_id, channel, purpose, granted, changed_at, source
            from membership.consent_change
            where member_id = any(:members)
            order by member_id, channel, purpose, sequence desc
            """;

    private static final String HISTORY =
            """
            select channel, purpose, sequence, granted, source, text_version, proof, changed_at
            from membership.consent_change
            where member_id = :member
            order by changed_at desc, channel, purpose, sequence desc
            """;

    private static final String BEFORE =
            """
            select granted from membership.consent_change
            where member_id = :member and channel = :channel and purpose = :purpose
            order by sequence desc offset 1 limit 1
            """;

    private static final String APPEND =
            """
            insert into membership.consent_change
              (member_id, channel, purpose, sequence, granted, source, text_version, proof,
               changed_at)
            select :member, :channel, :purpose, coalesce(max(sequence), 0) + 1,
                   :granted, :source, :version, :proof, :at
            from membership.consent_change
            where member_id = :member and channel = :channel and purpose = :purpose
            """;

    private final JdbcClient jdbc;

    private final String textVersion;

    ConsentStore(
            JdbcClient jdbc,
            @Value("${waystation.consent-text-version:2026-01}") String textVersion) {
        this.jdbc = jdbc;
        this.textVersion = textVersion;
    }

    public List<Consent> current(long memberId) {
        return jdbc.sql(CURRENT).param("member", memberId).query(ConsentStore::read).list();
    }

    /** The same of many; who never said anything is not among them. */
    public Map<Long, List<Consent>> current(Collection<Long> memberIds) {
        Map<Long, List<Consent>> said = new HashMap<>();
        jdbc.sql(CURRENT_OF_MANY)
                .param("members", memberIds.toArray(Long[]::new))
                .query(row -> {
                    said.computeIfAbsent(row.getLong("member_id"), _ -> new ArrayList<>())
                            .add(read(row, 0));
                });
        return said;
    }

    /** Every line, newest first. */
    public List<ConsentLine> history(long memberId) {
        return jdbc.sql(HISTORY)
                .param("member", memberId)
                .query((row, _) ->
                        new ConsentLine(
                                row.getString("channel"),
                                row.getString("purpose"),
                                row.getInt("sequence"),
                                row.getBoolean("granted"),
                                row.getString("source"),
                                row.getString("text_version"),
                                row.getString("proof"),
                                row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What the line before the newest said, if there is one. */
    public Optional<Boolean> before(long memberId, String channel, String purpose) {
        return jdbc.sql(BEFORE)
                .param("member", memberId)
                .param("channel", channel)
                .param("purpose", purpose)
                .query((row, _) -> row.getBoolean(1))
                .optional();
    }

    public void append(
            long memberId,
            String channel,
            String purpose,
            boolean granted,
            String source,
            Instant at) {
        jdbc.sql(APPEND)
                .param("member", memberId)
                .param("channel", channel)
                .param("purpose", purpose)
                .param("granted", granted)
                .param("source", source)
                .param("version", textVersion)
                .param("proof", "request " + IdempotencyReference.current())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Consent read(ResultSet row, int index) throws SQLException {
        return new Consent(
                row.getString("channel"),
                row.getString("purpose"),
                row.getBoolean("granted"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("source"));
    }
}
