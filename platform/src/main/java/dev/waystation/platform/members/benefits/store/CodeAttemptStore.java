package dev.waystation.platform.members.benefits.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Failed code entries, counted per window. */
@Repository
public class CodeAttemptStore {

    private static final String FAILED =
            """
            insert into benefits.code_attempt (who, window_start, failed)
            select w, :window, 1 from unnest(:who) as w
            on conflict on constraint code_attempt_pk do update
            set failed = code_attempt.failed + 1
            returning failed
            """;

    private static final String MOST =
            """
            select coalesce(max(failed), 0) from benefits.code_attempt
            where who = any (:who) and window_start = :window
            """;

    private static final String FORGET =
            """
            delete from benefits.code_attempt where window_start < :before
            """;

    private final JdbcClient jdbc;

    CodeAttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one more for each; the highest count afterwards. */
    public int failed(List<byte[]> who, Instant window) {
        return jdbc
                .sql(FAILED)
                .param("who", who.toArray(byte[][]::new))
                .param("window", window.atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getInt(1))
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    public int most(List<byte[]> who, Instant window) {
        return jdbc.sql(MOST)
                .param("who", who.toArray(byte[][]::new))
                .param("window", window.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    public int forget(Instant before) {
        return jdbc.sql(FORGET).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }
}
