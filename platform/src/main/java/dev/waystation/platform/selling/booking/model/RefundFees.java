package dev.waystation.platform.selling.booking.model;

import dev.waystation.amounts.Money;
import dev.waystation.amounts.Share;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What is kept when a ticket is given back: the earlier, the less. A tier holds from exactly its
 * time before departure on.
 */
public record RefundFees(List<Tier> tiers) {

    /** So much of the fare is kept when at least this long is left before departure. */
    public record Tier(Duration atLeastBefore, Share fee) {}

    public RefundFees {
        tiers =
                tiers.stream()
                        .sorted(Comparator.comparing(Tier::atLeastBefore).reversed())
                        .toList();
    }

    /** The fee for a ticket given back so long before departure, rounded once. */
    public Money fee(Money fare, Duration before) {
        return tiers.stream()
                .filter(tier -> before.compareTo(tier.atLeastBefore()) >= 0)
                .findFirst()
                .map(tier -> fare.times(tier.fee()))
                .orElse(fare);
    }
}
