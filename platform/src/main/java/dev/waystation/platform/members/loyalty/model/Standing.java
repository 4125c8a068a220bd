package dev.waystation.platform.members.loyalty.model;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.Tier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a member has done in twelve months, held against the tiers. */
public record Standing(long qualifyingPoints, int trips) {

    /** The highest tier both of whose thresholds are reached. */
    public Tier earned(List<Tier> tiers) {
        return tiers.stream()
                .filter(this::reaches)
                .max(Comparator.comparingInt(Tier::rank))
                .orElseThrow(() -> new IllegalStateException("No tier is open to everybody"));
    }

    public Optional<Tier> next(List<Tier> tiers, Tier current) {
        return tiers.stream()
                .filter(each -> each.rank() > current.rank())
                .min(Comparator.comparingInt(Tier::rank));
    }

    public Explanation explain(Tier reached) {
        return new Explanation(
                new Said(
                        "近 12 个月定级积分 %,d、行程 %d 次，达到%s。"
                                .formatted(qualifyingPoints, trips, reached.name().zh()),
                        "%,d qualifying points and %d trips in 12 months reach %s."
                                .formatted(qualifyingPoints, trips, reached.name().en())),
                List.of(
                        new Reason(
                                "QUALIFYING_POINTS",
                                qualifyingPoints >= reached.qualifyingPoints(),
                                new Said(
                                        "定级积分满 %,d：现有 %,d"
                                                .formatted(
                                                        reached.qualifyingPoints(),
                                                        qualifyingPoints),
                                        "%,d qualifying points: has %,d"
                                                .formatted(
                                                        reached.qualifyingPoints(),
                                                        qualifyingPoints)),
                                Map.of(
                                        "needed",
                                        reached.qualifyingPoints(),
                                        "have",
                                        qualifyingPoints)),
                        new Reason(
                                "TRIPS_IN_12_MONTHS",
                                trips >= reached.trips(),
                                new Said(
                                        "近 12 个月行程满 %d 次：现有 %d 次".formatted(reached.trips(), trips),
                                        "%d trips in 12 months: has %d"
                                                .formatted(reached.trips(), trips)),
                                Map.of("needed", reached.trips(), "have", trips))));
    }

    private boolean reaches(Tier tier) {
        return qualifyingPoints >= tier.qualifyingPoints() && trips >= tier.trips();
    }
}
