package dev.waystation.platform.members.benefits.model;

import dev.waystation.condition.TypeCheck;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A campaign: what its coupons give, to whom, when and how often. */
public record Campaign(
        long id,
        Said name,
        Kind kind,
        State state,
        Stacking stacking,
        Worth worth,
        Set<String> products,
        Map<String, Object> condition,
        Window window,
        Limits limits) {

    /** Whose codes: one for all, one each for whoever has it, or one of a member. */
    public enum Kind {
        PUBLIC,
        POOLED,
        PERSONAL
    }

    public enum State {
        DRAFT,
        LIVE,
        PAUSED,
        ENDED
    }

    public record Stacking(String category, String group) {}

    /** What a coupon takes off; a cap of 0 is none. */
    public record Worth(
            String kind, long value, long capMinor, long minimumMinor, String currency) {
        public Worth {
            Malformed.require(value > 0, "effect.value", value, "give a positive value");
            Malformed.require(
                    !kind.equals("PERCENT") || value <= 10_000,
                    "effect.value",
                    value,
                    "give at most 10000 hundredths of a percent");
            Malformed.require(capMinor >= 0, "effect.capMinor", capMinor, "give 0 or more");
            Malformed.require(minimumMinor >= 0, "minimumMinor", minimumMinor, "give 0 or more");
            Effect.of(kind, value, capMinor);
        }
    }

    /** When coupons may be claimed and used; claimed ones may have a shorter life of their own. */
    public record Window(Instant startsAt, Instant endsAt, @Nullable Integer useWithinDays) {
        public Window {
            Malformed.require(
                    startsAt.isBefore(endsAt), "endsAt", endsAt, "give an instant after startsAt");
            Malformed.require(
                    useWithinDays == null || useWithinDays > 0,
                    "useWithinDays",
                    useWithinDays,
                    "give at least one day");
        }

        public Instant useUntil(Instant claimedAt) {
            if (useWithinDays == null) {
                return endsAt;
            }
            Instant own = claimedAt.plus(Duration.ofDays(useWithinDays));
            return own.isBefore(endsAt) ? own : endsAt;
        }
    }

    /** Null is no limit; {@code claimStock} null means that nobody can claim. */
    public record Limits(
            @Nullable Long total,
            @Nullable Long perDay,
            @Nullable Integer perMember,
            @Nullable Long claimStock,
            int claimsPerMember) {
        public Limits {
            Malformed.require(total == null || total > 0, "totalLimit", total, "give 1 or more");
            Malformed.require(perDay == null || perDay > 0, "dayLimit", perDay, "give 1 or more");
            Malformed.require(
                    perMember == null || perMember > 0, "memberLimit", perMember, "give 1 or more");
            Malformed.require(
                    claimStock == null || claimStock > 0,
                    "claimStock",
                    claimStock,
                    "give 1 or more");
            Malformed.require(claimsPerMember > 0, "claimLimit", claimsPerMember, "give 1 or more");
        }
    }

    public Campaign {
        Malformed.require(
                !name.zh().isBlank() && !name.en().isBlank(),
                "name",
                name,
                "name it in both languages");
        TypeCheck.parse(condition, CouponFacts.CATALOGUE);
        products = Set.copyOf(products);
        condition = Map.copyOf(condition);
    }

    /** The offer a coupon of this campaign makes. */
    public Offer offer(String ref, @Nullable Long valueLeft, Instant expiresAt) {
        return new Offer(
                ref,
                id,
                name,
                stacking.category(),
                stacking.group(),
                valueLeft == null
                        ? Effect.of(worth.kind(), worth.value(), worth.capMinor())
                        : new Effect.ValueLeft(valueLeft),
                products,
                worth.minimumMinor(),
                worth.currency(),
                TypeCheck.parse(condition, CouponFacts.CATALOGUE),
                expiresAt);
    }
}
