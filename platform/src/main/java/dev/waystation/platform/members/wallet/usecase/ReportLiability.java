package dev.waystation.platform.members.wallet.usecase;

import dev.waystation.ledger.DeferredRevenue;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.members.wallet.model.LiabilityLine;
import dev.waystation.platform.members.wallet.model.LiabilityReport;
import dev.waystation.platform.members.wallet.store.LiabilityStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What points owe at the end of a month, and the accounting postings of the month. Running it again
 * gives the same as long as the month is open; a closed month is never touched, and a correction
 * belongs to the next one.
 */
@Service
public class ReportLiability {

    private final LiabilityStore store;
    private final Clock clock;

    ReportLiability(LiabilityStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The report; empty when the month or a later one is closed. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Optional<LiabilityReport> run(String currency, LocalDate month) {
        LocalDate period = month.withDayOfMonth(1);
        if (store.locked(currency, period)) {
            return Optional.empty();
        }
        LocalDate end = period.plusMonths(1);
        LiabilityStore.Estimate estimate =
                store.estimate(currency, end)
                        .orElseThrow(() ->
                                new Malformed(
                                        "currency",
                                        currency,
                                        "estimate its worth and redemption first"));
        List<LiabilityLine> lines =
                store.count(currency, end.atStartOfDay(clock.getZone()).toInstant()).stream()
                        .map(each -> valued(each, estimate))
                        .toList();
        store.replace(currency, period, lines, clock.instant());
        store.post(currency, period, postings(currency, period, lines));
        return Optional.of(show(currency, period));
    }

    @Transactional(readOnly = true)
    public LiabilityReport show(String currency, LocalDate month) {
        LocalDate period = month.withDayOfMonth(1);
        return new LiabilityReport(
                currency,
                period,
                store.locked(currency, period),
                store.lines(currency, period),
                store.postings(currency, period));
    }

    /** Closes a month that was reported. */
    @Transactional
    public boolean lock(String currency, LocalDate month, String actor) {
        return store.lock(currency, month.withDayOfMonth(1), actor, clock.instant());
    }

    // What is left unused when a cohort has ended is earned too, and not before.
    private static LiabilityLine valued(LiabilityLine line, LiabilityStore.Estimate estimate) {
        long kept = Math.max(0, line.issued() - line.reversed() - line.moved());
        long allocated = DeferredRevenue.worth(kept, estimate.minorPerThousand(), 1_000);
        long expected = Math.ceilDiv(kept * estimate.redemptionPermille(), 1_000);
        long earned =
                line.outstanding() == 0
                        ? allocated
                        : DeferredRevenue.earned(
                                allocated,
                                Math.max(0, line.redeemed()),
                                Math.max(Math.max(expected, line.redeemed()), 1));
        return new LiabilityLine(
                line.cohort(),
                line.issued(),
                line.redeemed(),
                line.expired(),
                line.reversed(),
                line.moved(),
                line.outstanding(),
                allocated,
                earned);
    }

    private Map<String, Long> postings(
            String currency, LocalDate period, List<LiabilityLine> lines) {
        long[] before = store.before(currency, period);
        long deferred = lines.stream().mapToLong(LiabilityLine::allocatedMinor).sum() - before[0];
        long earned = lines.stream().mapToLong(LiabilityLine::earnedMinor).sum() - before[1];
        // Debits are positive: sales put off, the liability they become, what is earned of it.
        return Map.of(
                "sales-deferred", deferred,
                "contract-liability", earned - deferred,
                "points-revenue", -earned);
    }
}
