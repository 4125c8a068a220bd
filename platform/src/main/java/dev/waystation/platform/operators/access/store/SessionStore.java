package dev.waystation.platform.operators.access.store;

import dev.waystation.platform.foundation.wiring.MachineTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions by the digest of their token; the token itself is only in the cookie. */
@Repository
public class SessionStore {

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private static final String OPEN =
            """
            insert into access.session
              (token_hash, kind, subject_id, created_at, seen_at, expires_at)
            values (:token, :kind, :subject, :now, :now, :expires)
            """;

    private static final String FIND =
            """
            select kind, subject_id, seen_at
            from access.session
            where token_hash = :token and expires_at > :now and seen_at > :idleSince
            """;

    private static final String SEEN =
            """
            update access.session set seen_at = :now where token_hash = :token
            """;

    private static final String CLOSE =
            """
            delete from access.session where token_hash = :token
            """;

    private static final String CLOSE_ALL =
            """
            delete from access.session where kind = :kind and subject_id = :subject
            """;

    private static final String FORGET =
            """
            delete from access.session where expires_at <= :now
            """;

    /** Whose session it is. */
    public record Session(String kind, long subjectId, Instant seenAt) {}

    private final JdbcClient jdbc;
    private final MachineTime machine;

    SessionStore(JdbcClient jdbc, MachineTime machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    public void open(byte[] token, String kind, long subject, Duration life) {
        jdbc.sql(OPEN)
                .param("token", token)
                .param("kind", kind)
                .param("subject", subject)
                .param("now", machine.utc())
                .param("expires", machine.utc().plus(life))
                .update();
    }

    public Optional<Session> find(byte[] token, Duration longestIdle) {
        Instant now = machine.now();
        Optional<Session> found =
                jdbc.sql(FIND)
                        .param("token", token)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("idleSince", now.minus(longestIdle).atOffset(ZoneOffset.UTC))
                        .query((row, index) ->
                                new Session(
                                        row.getString("kind"),
                                        row.getLong("subject_id"),
                                        row.getTimestamp("seen_at").toInstant()))
                        .optional();
        boolean stale =
                found.filter(session -> session.seenAt().plus(SEEN_EVERY).isBefore(now))
                        .isPresent();
        if (stale) {
            jdbc.sql(SEEN)
                    .param("token", token)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
        return found;
    }

    public void close(byte[] token) {
        jdbc.sql(CLOSE).param("token", token).update();
    }

    public void closeAll(String kind, long subject) {
        jdbc.sql(CLOSE_ALL).param("kind", kind).param("subject", subject).update();
    }

    public void forgetExpired() {
        jdbc.sql(FORGET).param("now", machine.utc()).update();
    }
}
