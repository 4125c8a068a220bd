package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.wallet.model.ClaimQueue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works on which claim; a turn ends by itself, so that nobody who went home keeps one. */
@Component
public class ClaimTurns {

    private static final String FREE =
            """
            update wallet.claim set taken_by = null, taken_at = null, taken_until = null
            where state = 'OPEN' and taken_by = :who and claim_id <> all (:but)
            """;

    // Whoever comes at the same time skips a row that is being taken, and gets the next.
    private static final String TAKE =
            """
            update wallet.claim
            set taken_by = :who, taken_until = :until,
                taken_at = case when taken_by = :who then taken_at else :now end
            where claim_id = (
              select claim_id from wallet.claim
              where state = 'OPEN' and claim_id <> all (:passed)
                and (taken_by is null or taken_by = :who or taken_until <= :now)
              order by taken_by is not distinct from :who desc, asked_at, claim_id
              limit 1 for update skip locked)
            returning claim_id
            """;

    private static final String HELD_BY_ANOTHER =
            """
            select taken_by from wallet.claim
            where claim_id = :id and taken_by <> :who and taken_until > :now
            """;

    private static final String QUEUE =
            """
            select count(*) filter (where state = 'OPEN') as open,
                   count(*) filter (where state = 'OPEN' and taken_by <> :who and taken_until > :now)
                     as others,
                   avg(extract(epoch from decided_at - taken_at))
                     filter (where taken_by = decided_by and decided_at >= :week) as seconds,
                   count(*) filter (where decided_at >= :today) as decided,
                   count(*) filter (where decided_at >= :today and decided_by = :who) as mine
            from wallet.claim
            where state = 'OPEN' or decided_at >= :week
            """;

    private final JdbcClient jdbc;

    ClaimTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives back what somebody holds, but those. */
    public void free(String who, List<Long> but) {
        jdbc.sql(FREE).param("who", who).param("but", but.toArray(Long[]::new)).update();
    }

    /** The one somebody has in hand already, else the oldest that nobody has; not those passed. */
    public Optional<Long> take(String who, List<Long> passed, Instant now, Instant until) {
        return jdbc.sql(TAKE)
                .param("who", who)
                .param("passed", passed.toArray(Long[]::new))
                .param("now", at(now))
                .param("until", at(until))
                .query((row, index) -> row.getLong(1))
                .optional();
    }

    /** The colleague who works on it right now. */
    public Optional<String> another(long claim, String who, Instant now) {
        return jdbc.sql(HELD_BY_ANOTHER)
                .param("id", claim)
                .param("who", who)
                .param("now", at(now))
                .query((row, index) -> row.getString(1))
                .optional();
    }

    public ClaimQueue queue(String who, Instant now, Instant today, Instant week) {
        return jdbc.sql(QUEUE)
                .param("who", who)
                .param("now", at(now))
                .param("today", at(today))
                .param("week", at(week))
                .query((row, index) -> {
                    double seconds = row.getDouble("seconds");
                    boolean none = row.wasNull();
                    return new ClaimQueue(
                            row.getLong("open"),
                            row.getLong("others"),
                            none ? null : Math.round(seconds),
                            row.getLong("decided"),
                            row.getLong("mine"));
                })
                .single();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
