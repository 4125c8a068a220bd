package dev.waystation.platform.operators.access.store;

import dev.waystation.platform.foundation.wiring.MachineTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Failed sign-ins by what was typed, whether such an account exists or not, so that a lock-out
 * tells nobody which logins exist.
 */
@Repository
public class FailureStore {

    private static final int ALLOWED = 5;
    private static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private static final String LOCKED =
            """
            select locked_until from access.sign_in_failure
            where subject = :subject and locked_until > :now
            """;

    private static final String FAIL =
            """
            insert into access.sign_in_failure as f (subject, failures, failed_at)
            values (:subject, 1, :now)
            on conflict (subject) do update
            set failures = case when f.failed_at < :windowStart then 1 else f.failures + 1 end,
                locked_until = case
                    when f.failed_at >= :windowStart and f.failures + 1 >= :allowed
                    then :lockedUntil::timestamptz
                end,
                failed_at = :now
            returning locked_until
            """;

    private static final String CLEAR =
            """
            delete from access.sign_in_failure where subject = :subject
            """;

    private final JdbcClient jdbc;
    private final MachineTime machine;

    FailureStore(JdbcClient jdbc, MachineTime machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    /** How long the subject still has to wait, empty when it may try. */
    public Optional<Duration> locked(String subject) {
        Instant now = machine.now();
        return jdbc.sql(LOCKED)
                .param("subject", subject)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, index) ->
                        Duration.between(now, row.getTimestamp("locked_until").toInstant()))
                .optional();
    }

    /** Counts a failure; until when the subject is locked now, empty while it may go on. */
    public Optional<Instant> fail(String subject) {
        Instant now = machine.now();
        return jdbc.sql(FAIL)
                .param("subject", subject)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("windowStart", now.minus(LOCKED_FOR).atOffset(ZoneOffset.UTC))
                .param("allowed", ALLOWED)
                .param("lockedUntil", now.plus(LOCKED_FOR).atOffset(ZoneOffset.UTC))
                .query((row, index) -> Optional.ofNullable(row.getTimestamp("locked_until")))
                .single()
                .map(Timestamp::toInstant);
    }

    public void clear(String subject) {
        jdbc.sql(CLEAR).param("subject", subject).update();
    }
}
