package dev.waystation.platform.members.loyalty.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was in which tier when; the earned layer and the granted one. */
@Component
public class TierStore {

    public static final String EARNED = "earned";
    public static final String GRANTED = "granted";

    /** A stretch of time in one tier. */
    public record Interval(
            long memberId,
            String club,
            String layer,
            String tier,
            int rank,
            Instant from,
            @Nullable Instant until,
            String cause,
            @Nullable String explanationId) {}

    private static final String COLUMNS =
            """
            select member_id, club, layer, tier, rank, valid_from, valid_until, cause, explanation_id
            from loyalty.tier_interval
            """;

    private static final String AT =
            COLUMNS
                    + """
                    where member_id = :member and valid_from <= :at
                      and (valid_until is null or valid_until > :at)
                    order by club, rank desc, layer
                    """;

    private static final String HISTORY =
            COLUMNS + "where member_id = :member and club = :club order by valid_from, layer";

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtext('loyalty.tier'), hashint8(:member))";

    private static final String CLOSE =
            """
            update loyalty.tier_interval
            set valid_until = :at
            where member_id = :member and club = :club and layer = 'earned' and valid_until is null
            """;

    private static final String OPEN =
            """
            insert into loyalty.tier_interval
              (member_id, club, layer, tier, rank, valid_from, valid_until, cause, explanation_id)
            values (:member, :club, :layer, :tier, :rank, :from, :until, :cause, :explanation)
            """;

    // A change at the very instant of the last one replaces it: that one was in force for no time.
    private static final String REOPEN =
            OPEN
                    + """
                    on conflict on constraint tier_interval_pk do update
                    set tier = excluded.tier, rank = excluded.rank, valid_until = excluded.valid_until,
                        cause = excluded.cause, explanation_id = excluded.explanation_id
                    """;

    private static final String ENDED =
            """
            update loyalty.tier_interval
            set end_told = true
            where layer = 'granted' and not end_told and valid_until <= :now
            returning member_id, club, layer, tier, rank, valid_from, valid_until, cause,
                      explanation_id
            """;

    private final JdbcClient jdbc;

    TierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Changes of one member's tiers follow one another until the transaction ends. */
    public void lock(long memberId) {
        jdbc.sql(LOCK).param("member", memberId).query((_, _) -> true).single();
    }

    /** Every layer of every club at an instant; within a club the highest comes first. */
    public List<Interval> at(long memberId, Instant at) {
        return jdbc.sql(AT)
                .param("member", memberId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(this::interval)
                .list();
    }

    /** What counts in one club at an instant: the highest layer. */
    public Optional<Interval> inForce(long memberId, String club, Instant at) {
        return at(memberId, at).stream().filter(each -> each.club().equals(club)).findFirst();
    }

    public Optional<Interval> earned(long memberId, String club, Instant at) {
        return at(memberId, at).stream()
                .filter(each -> each.club().equals(club) && each.layer().equals(EARNED))
                .findFirst();
    }

    /** The tiers that count, one per club. */
    public List<String> codesAt(long memberId, Instant at) {
        List<Interval> all = at(memberId, at);
        return all.stream()
                .filter(each ->
                        all.stream()
                                .noneMatch(other ->
                                        other.club().equals(each.club())
                                                && other.rank() > each.rank()))
                .map(Interval::tier)
                .distinct()
                .toList();
    }

    public List<Interval> history(long memberId, String club) {
        return jdbc.sql(HISTORY)
                .param("member", memberId)
                .param("club", club)
                .query(this::interval)
                .list();
    }

    /** Ends the open earned interval and begins the next at the same instant. */
    public void change(Interval next) {
        jdbc.sql(CLOSE)
                .param("member", next.memberId())
                .param("club", next.club())
                .param("at", next.from().atOffset(ZoneOffset.UTC))
                .update();
        open(REOPEN, next);
    }

    /** False when a grant of that time is there already. */
    public boolean grant(Interval grant) {
        try {
            open(OPEN, grant);
            return true;
        } catch (DataIntegrityViolationException overlap) {
            if (String.valueOf(overlap.getMessage()).contains("tier_interval_never_overlaps")
                    || String.valueOf(overlap.getMessage()).contains("tier_interval_pk")) {
                return false;
            }
            throw overlap;
        }
    }

    /** Grants that have run out and of which nobody was told. */
    public List<Interval> ended(Instant now) {
        return jdbc.sql(ENDED)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(this::interval)
                .list();
    }

    private void open(String sql, Interval next) {
        jdbc.sql(sql)
                .param("member", next.memberId())
                .param("club", next.club())
                .param("layer", next.layer())
                .param("tier", next.tier())
                .param("rank", next.rank())
                .param("from", next.from().atOffset(ZoneOffset.UTC))
                .param("until", next.until() == null ? null : next.until().atOffset(ZoneOffset.UTC))
                .param("cause", next.cause())
                .param("explanation", next.explanationId())
                .update();
    }

    private Interval interval(ResultSet row, int index) throws SQLException {
        OffsetDateTime until = row.getObject("valid_until", OffsetDateTime.class);
        return new Interval(
                row.getLong("member_id"),
                row.getString("club"),
                row.getString("layer"),
                row.getString("tier"),
                row.getInt("rank"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant(),
                row.getString("cause"),
                row.getString("explanation_id"));
    }
}
