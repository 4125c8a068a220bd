package dev.waystation.platform.selling.release.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.SeatAvailability;
import dev.waystation.platform.selling.inventory.SeatLimits;
import dev.waystation.platform.selling.release.facts.BatchReleased;
import dev.waystation.platform.selling.release.model.Plan;
import dev.waystation.platform.selling.release.store.AppliedBatches;
import dev.waystation.platform.selling.release.store.Plans;
import dev.waystation.release.ReleasePlan;
import dev.waystation.release.Trigger;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Opens what is due on every run under a plan. First the limits, whose step key makes a repetition
 * harmless, then the note that the batch is done: a crash in between repeats the step, never skips
 * it.
 */
@Service
public class ApplyDueBatches {

    private final Plans plans;
    private final AppliedBatches applied;
    private final CoverTrain cover;
    private final Inventory inventory;
    private final Notes notes;
    private final Clock clock;

    ApplyDueBatches(
            Plans plans,
            AppliedBatches applied,
            CoverTrain cover,
            Inventory inventory,
            Notes notes,
            Clock clock) {
        this.plans = plans;
        this.applied = applied;
        this.cover = cover;
        this.inventory = inventory;
        this.notes = notes;
        this.clock = clock;
    }

    /** How many runs got new limits. */
    public int handle() {
        int changed = 0;
        for (Plan plan : plans.published()) {
            List<Run> runs = cover.runs(plan.trainCode());
            Map<RunId, Set<String>> done =
                    applied.of(plan.id(), runs.stream().map(Run::id).toList());
            ReleasePlan engine = plan.engine();
            for (Run run : runs) {
                if (CoverTrain.seatCount(run, plan.seatClass()) > 0) {
                    changed += apply(plan, engine, run, done.getOrDefault(run.id(), Set.of()));
                }
            }
        }
        return changed;
    }

    private int apply(Plan plan, ReleasePlan engine, Run run, Set<String> done) {
        Set<String> before = new HashSet<>(done);
        before.remove(AppliedBatches.START);
        double share = asksForSales(engine) ? inventory.soldShare(run.id(), plan.seatClass()) : 0;
        Set<String> due =
                engine.due(clock.instant(), run.departs(), clock.getZone(), share, before);
        if (done.contains(AppliedBatches.START) && before.containsAll(due)) {
            return 0;
        }
        Instant next =
                engine.next(run.departs(), clock.getZone(), due)
                        .flatMap(batch -> batch.trigger().dueAt(run.departs(), clock.getZone()))
                        .orElse(null);
        inventory.limits.apply(
                run.id(),
                plan.seatClass(),
                "plan " + plan.id() + " " + new TreeSet<>(due),
                engine.limits(due, CoverTrain.seatCount(run, plan.seatClass()), next));
        notes.write(plan, run.id(), due, clock.instant());
        return 1;
    }

    private static boolean asksForSales(ReleasePlan plan) {
        return plan.batches().stream()
                .anyMatch(batch -> batch.trigger() instanceof Trigger.SoldShare);
    }

    /** The two doors of inventory that batches need. */
    @org.springframework.stereotype.Component
    static class Inventory {
        private final SeatLimits limits;
        private final SeatAvailability availability;

        Inventory(SeatLimits limits, SeatAvailability availability) {
            this.limits = limits;
            this.availability = availability;
        }

        double soldShare(RunId run, String seatClass) {
            return availability.loads(List.of(run)).getOrDefault(run, List.of()).stream()
                    .filter(load -> load.seatClass().equals(seatClass))
                    .mapToDouble(load -> (double) load.takenOnFullestLeg() / load.seatCount())
                    .findFirst()
                    .orElse(0);
        }
    }

    /** Remembers and tells what has opened. */
    @org.springframework.stereotype.Component
    static class Notes {
        private final AppliedBatches applied;
        private final FactLog facts;
        private final TransactionOperations transaction;

        Notes(AppliedBatches applied, FactLog facts, TransactionOperations transaction) {
            this.applied = applied;
            this.facts = facts;
            this.transaction = transaction;
        }

        void write(Plan plan, RunId run, Set<String> due, Instant now) {
            TreeSet<String> codes = new TreeSet<>(due);
            codes.add(AppliedBatches.START);
            transaction.executeWithoutResult(status ->
                    facts.append(
                            applied.add(plan.id(), run, codes, now).stream()
                                    .filter(code -> !code.equals(AppliedBatches.START))
                                    .map(code ->
                                            new BatchReleased(
                                                    run.value(),
                                                    plan.id(),
                                                    plan.seatClass(),
                                                    code,
                                                    now))
                                    .toList()));
        }
    }
}
