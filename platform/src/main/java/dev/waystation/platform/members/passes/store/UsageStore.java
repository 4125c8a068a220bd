package dev.waystation.platform.members.passes.store;

import dev.waystation.platform.members.passes.model.PassUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Turns at gates. */
@Repository
public class UsageStore {

    private static final String OF_DAY =
            """
            select site, nth, use_ref, used_at from passes.usage
            where pass_id = :pass and site = :site and day = :day order by nth
            """;

    private static final String LATEST =
            """
            select site, nth, use_ref, used_at from passes.usage
            where pass_id = :pass order by used_at desc limit 20
            """;

    private static final String TOLD =
            """
            select site, nth, use_ref, used_at from passes.usage
            where pass_id = :pass and use_ref = :ref
            """;

    // The key decides; whoever finds it taken looks again.
    private static final String USE =
            """
            insert into passes.usage (pass_id, site, day, nth, use_ref, used_at, told_at)
            values (:pass, :site, :day, :nth, :ref, :used, :now)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    UsageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<PassUse> ofDay(long pass, String site, LocalDate day) {
        return jdbc.sql(OF_DAY)
                .param("pass", pass)
                .param("site", site)
                .param("day", day)
                .query(UsageStore::use)
                .list();
    }

    public List<PassUse> latest(long pass) {
        return jdbc.sql(LATEST).param("pass", pass).query(UsageStore::use).list();
    }

    public Optional<PassUse> told(long pass, UUID reference) {
        return jdbc.sql(TOLD)
                .param("pass", pass)
                .param("ref", reference)
                .query(UsageStore::use)
                .optional();
    }

    /** False when another gate has this turn. */
    public boolean use(long pass, LocalDate day, PassUse use, Instant now) {
        return jdbc.sql(USE)
                        .param("pass", pass)
                        .param("site", use.site())
                        .param("day", day)
                        .param("nth", use.nth())
                        .param("ref", use.reference())
                        .param("used", use.usedAt().atOffset(ZoneOffset.UTC))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static PassUse use(ResultSet row, int index) throws SQLException {
        return new PassUse(
                row.getObject("use_ref", UUID.class),
                row.getString("site"),
                row.getInt("nth"),
                row.getObject("used_at", OffsetDateTime.class).toInstant());
    }
}
