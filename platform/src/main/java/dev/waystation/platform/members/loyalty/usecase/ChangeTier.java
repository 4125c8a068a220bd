package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.loyalty.facts.TierChanged;
import dev.waystation.platform.members.loyalty.model.Club;
import dev.waystation.platform.members.loyalty.model.Club.Level;
import dev.waystation.platform.members.loyalty.model.Standing;
import dev.waystation.platform.members.loyalty.store.TierStore;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Writes the next interval of the earned layer, with its reasons, and tells of it. */
@Component
class ChangeTier {

    private final TierStore tiers;
    private final Explanations explanations;
    private final FactLog facts;

    ChangeTier(TierStore tiers, Explanations explanations, FactLog facts) {
        this.tiers = tiers;
        this.explanations = explanations;
        this.facts = facts;
    }

    /** Joins the caller's transaction, which holds the member's lock. */
    void to(
            long memberId,
            Club club,
            Level from,
            Level to,
            String cause,
            Standing standing,
            Instant now) {
        String before = inForce(memberId, club, now);
        String id =
                explanations.keep(memberId, standing.explain(to, sentence(club, from, to, cause)));
        tiers.change(
                new TierStore.Interval(
                        memberId,
                        club.code(),
                        TierStore.EARNED,
                        to.code(),
                        to.rank(),
                        now,
                        null,
                        cause,
                        id));
        tell(memberId, club, before, cause, id, now);
    }

    /** Tells of a change if the tier that counts is another one now. */
    void tell(
            long memberId,
            Club club,
            String before,
            String cause,
            String explanationId,
            Instant now) {
        String after = inForce(memberId, club, now);
        if (!after.equals(before)) {
            facts.append(new TierChanged(memberId, before, after, cause, explanationId, now));
        }
    }

    String inForce(long memberId, Club club, Instant at) {
        return tiers.inForce(memberId, club.code(), at)
                .map(TierStore.Interval::tier)
                .orElse(club.lowest().code());
    }

    private static Said sentence(Club club, Level from, Level to, String cause) {
        Said name = to.name();
        return switch (cause) {
            case "reached" ->
                    new Said(
                            "%s：达到%s。".formatted(club.name().zh(), name.zh()),
                            "%s: %s was reached.".formatted(club.name().en(), name.en()));
            case "kept" ->
                    new Said(
                            "%s：复核通过，保留%s。".formatted(club.name().zh(), name.zh()),
                            "%s: the review keeps %s.".formatted(club.name().en(), name.en()));
            case "grace" ->
                    new Said(
                            "%s：未达到%s的条件，宽限期内保留。".formatted(club.name().zh(), name.zh()),
                            "%s: what %s takes was not reached; it stays for the days of grace."
                                    .formatted(club.name().en(), name.en()));
            default ->
                    new Said(
                            "%s：由%s降为%s。".formatted(club.name().zh(), from.name().zh(), name.zh()),
                            "%s: from %s down to %s."
                                    .formatted(club.name().en(), from.name().en(), name.en()));
        };
    }
}
