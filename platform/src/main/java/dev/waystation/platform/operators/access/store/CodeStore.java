package dev.waystation.platform.operators.access.store;

import dev.waystation.platform.foundation.wiring.MachineTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest sign-in code of each phone, as digests. */
@Repository
public class CodeStore {

    private static final int ALLOWED = 5;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration VALID = Duration.ofMinutes(5);

    private static final String PUT =
            """
            insert into access.sign_in_code as c
              (phone_index, code_hash, sent_count, first_sent_at, expires_at)
            values (:phone, :code, 1, :now, :expires)
            on conflict (phone_index) do update
            set code_hash = excluded.code_hash,
                expires_at = excluded.expires_at,
                sent_count = case
                    when c.first_sent_at < :windowStart then 1 else c.sent_count + 1 end,
                first_sent_at = case
                    when c.first_sent_at < :windowStart then :now else c.first_sent_at end
            where c.first_sent_at < :windowStart or c.sent_count < :allowed
            """;

    // Using a code expires it but keeps the row, which counts how many were sent.
    private static final String USE =
            """
            update access.sign_in_code
            set expires_at = :now
            where phone_index = :phone and code_hash = :code and expires_at > :now
            """;

    private final JdbcClient jdbc;
    private final MachineTime machine;

    CodeStore(JdbcClient jdbc, MachineTime machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    /** False when the phone got too many codes already. */
    public boolean put(byte[] phone, byte[] code) {
        Instant now = machine.now();
        return jdbc.sql(PUT)
                        .param("phone", phone)
                        .param("code", code)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("expires", now.plus(VALID).atOffset(ZoneOffset.UTC))
                        .param("windowStart", now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                        .param("allowed", ALLOWED)
                        .update()
                == 1;
    }

    /** True once for the valid code. */
    public boolean use(byte[] phone, byte[] code) {
        return jdbc.sql(USE)
                        .param("phone", phone)
                        .param("code", code)
                        .param("now", machine.utc())
                        .update()
                == 1;
    }
}
