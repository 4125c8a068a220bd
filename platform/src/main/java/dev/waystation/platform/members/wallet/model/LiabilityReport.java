package dev.waystation.platform.members.wallet.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A month of a currency's liability.
 *
 * @param postings account to amount in minor units; they sum to zero
 */
public record LiabilityReport(
        String currency,
        LocalDate period,
        boolean locked,
        List<LiabilityLine> lines,
        Map<String, Long> postings) {

    public LiabilityReport {
        lines = List.copyOf(lines);
        postings = Map.copyOf(postings);
    }
}
