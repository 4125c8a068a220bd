package dev.waystation.platform.members.loyalty.model;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.Tier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Why a tier was reached. */
    public Explanation explain(Tier reached) {
        return new Explanation(
                new Said(
                        "近 12 个月定级积分 %,d、行程 %d 次，达到%s。"
                                .formatted(qualifyingPoints, trips, reached.name().zh()),
                        "%,d qualifying points and %d trips in 12 months reach %s."
                                .formatted(qualifyingPoints, trips, reached.name().en())),
                thresholds(reached));
    }

    /** Why the present tier stands as it does, and what would change it. */
    public Explanation why(Tier current, Optional<Tier> next) {
        return new Explanation(
                next.map(above -> present(current, above)).orElseGet(() -> top(current)),
                Stream.concat(
                                Stream.of(current)
                                        .filter(tier -> tier.rank() > 0)
                                        .flatMap(tier -> thresholds(tier).stream()),
                                next.stream().flatMap(above -> thresholds(above).stream()))
                        .toList());
    }

    private Said present(Tier current, Tier above) {
        long points = Math.max(0, above.qualifyingPoints() - qualifyingPoints);
        int more = Math.max(0, above.trips() - trips);
        return new Said(
                "近 12 个月定级积分 %,d、行程 %d 次，所以是%s；再有 %,d 定级积分和 %d 次行程即升%s。"
                        .formatted(
                                qualifyingPoints,
                                trips,
                                current.name().zh(),
                                points,
                                more,
                                above.name().zh()),
                "%s, with %,d qualifying points and %d trips in 12 months; %,d more points and %d more trips reach %s."
                        .formatted(
                                current.name().en(),
                                qualifyingPoints,
                                trips,
                                points,
                                more,
                                above.name().en()));
    }

    private Said top(Tier current) {
        return new Said(
                "近 12 个月定级积分 %,d、行程 %d 次，所以是%s，已是最高等级。"
                        .formatted(qualifyingPoints, trips, current.name().zh()),
                "%s, the highest tier, with %,d qualifying points and %d trips in 12 months."
                        .formatted(current.name().en(), qualifyingPoints, trips));
    }

    private List<Reason> thresholds(Tier reached) {
        return List.of(
                new Reason(
                        "QUALIFYING_POINTS",
                        qualifyingPoints >= reached.qualifyingPoints(),
                        new Said(
                                "%s要求定级积分满 %,d：现有 %,d"
                                        .formatted(
                                                reached.name().zh(),
                                                reached.qualifyingPoints(),
                                                qualifyingPoints),
                                "%s asks for %,d qualifying points: has %,d"
                                        .formatted(
                                                reached.name().en(),
                                                reached.qualifyingPoints(),
                                                qualifyingPoints)),
                        Map.of("needed", reached.qualifyingPoints(), "have", qualifyingPoints)),
                new Reason(
                        "TRIPS_IN_12_MONTHS",
                        trips >= reached.trips(),
                        new Said(
                                "%s要求近 12 个月行程满 %d 次：现有 %d 次"
                                        .formatted(reached.name().zh(), reached.trips(), trips),
                                "%s asks for %d trips in 12 months: has %d"
                                        .formatted(reached.name().en(), reached.trips(), trips)),
                        Map.of("needed", reached.trips(), "have", trips)));
    }

    private boolean reaches(Tier tier) {
        return qualifyingPoints >= tier.qualifyingPoints() && trips >= tier.trips();
    }
}
