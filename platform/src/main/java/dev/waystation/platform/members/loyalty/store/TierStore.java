package dev.waystation.platform.members.loyalty.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.Tier;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tiers, and who was in which one when. */
@Component
public class TierStore {

    /** A stretch of time in one tier. */
    public record Interval(
            String tier, Instant from, @Nullable Instant until, @Nullable String explanationId) {}

    private static final String TIERS =
            """
            select code, rank, name_zh, name_en, qualifying_points, trips_in_12_months
            from loyalty.tier
            order by rank
            """;

    private static final String AT =
            """
            select tier, valid_from, valid_until, explanation_id
            from loyalty.tier_interval
            where member_id = :member and valid_from <= :at
              and (valid_until is null or valid_until > :at)
            """;

    private static final String CLOSE =
            """
            update loyalty.tier_interval
            set valid_until = :at
            where member_id = :member and valid_until is null
            """;

    private static final String OPEN =
            """
            insert into loyalty.tier_interval
              (member_id, tier, valid_from, cause, explanation_id)
            values (:member, :tier, :at, :cause, :explanation)
            """;

    private final JdbcClient jdbc;

    TierStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Tier> tiers() {
        return jdbc.sql(TIERS)
                .query((row, index) ->
                        new Tier(
                                row.getString("code"),
                                row.getInt("rank"),
                                new Said(row.getString("name_zh"), row.getString("name_en")),
                                row.getLong("qualifying_points"),
                                row.getInt("trips_in_12_months")))
                .list();
    }

    public Optional<Interval> at(long memberId, Instant at) {
        return jdbc.sql(AT)
                .param("member", memberId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, index) ->
                        new Interval(
                                row.getString("tier"),
                                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                                instant(row.getObject("valid_until", OffsetDateTime.class)),
                                row.getString("explanation_id")))
                .optional();
    }

    /** Ends the open interval and begins the next at the same instant. */
    public void change(long memberId, String tier, Instant at, String cause, String explanationId) {
        jdbc.sql(CLOSE).param("member", memberId).param("at", at.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql(OPEN)
                .param("member", memberId)
                .param("tier", tier)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("cause", cause)
                .param("explanation", explanationId)
                .update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
