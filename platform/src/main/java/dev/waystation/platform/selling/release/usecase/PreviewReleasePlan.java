package dev.waystation.platform.selling.release.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.SeatAvailability;
import dev.waystation.platform.selling.release.model.Plan;
import dev.waystation.platform.selling.release.model.PlanVerdict;
import dev.waystation.platform.selling.release.store.Plans;
import dev.waystation.release.Amount;
import dev.waystation.release.Batch;
import dev.waystation.release.LimitSet;
import dev.waystation.release.OpeningTable;
import dev.waystation.release.PlanFault;
import dev.waystation.release.Product;
import dev.waystation.release.Quotas;
import dev.waystation.release.ReleasePlan;
import dev.waystation.release.Route;
import dev.waystation.release.Step;
import dev.waystation.release.Trigger;
import dev.waystation.release.WhatIf;
import dev.waystation.release.WhatIf.Request;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a plan would change on one run of its train: before, after, difference, verdict. */
@Service
public class PreviewReleasePlan {

    public record Row(
            String code, Said label, String unit, long before, long after, long difference) {}

    public record CellChange(int from, int to, int before, int after) {}

    /**
     * What can be bought once a batch is open.
     *
     * @param batch null for what is open as soon as the plan is published
     * @param counts seats for sale after it, per trip of {@code trips}
     */
    public record Opening(@Nullable String batch, @Nullable Instant at, List<Integer> counts) {}

    public record Trip(int from, int to, String group) {}

    public record Preview(
            Said verdict,
            boolean good,
            @Nullable Explanation why,
            List<Row> rows,
            List<CellChange> cells,
            List<Trip> trips,
            List<Opening> openings) {}

    private final Plans plans;
    private final CoverTrain cover;
    private final CheckPlan check;
    private final SeatAvailability availability;
    private final ExpectedDemand demand;
    private final Clock clock;

    PreviewReleasePlan(
            Plans plans,
            CoverTrain cover,
            CheckPlan check,
            SeatAvailability availability,
            ExpectedDemand demand,
            Clock clock) {
        this.plans = plans;
        this.cover = cover;
        this.check = check;
        this.availability = availability;
        this.demand = demand;
        this.clock = clock;
    }

    /**
     * Empty when the plan is unknown or its train does not run any more.
     *
     * @param asked the run to look at; the next one of the train when null
     */
    public Optional<Preview> handle(long planId, @Nullable RunId asked) {
        return plans.find(planId)
                .flatMap(plan -> sample(plan, asked).map(run -> preview(plan, run)));
    }

    private Optional<Run> sample(Plan plan, @Nullable RunId asked) {
        return Optional.ofNullable(asked)
                .flatMap(cover::run)
                .filter(run -> run.trainCode().equals(plan.trainCode()))
                .filter(run -> run.departs().isAfter(clock.instant()))
                .or(() -> cover.nextRun(plan.trainCode()));
    }

    private Preview preview(Plan plan, Run run) {
        List<PlanFault> faults = check.faults(plan, run);
        if (!faults.isEmpty()) {
            Explanation why = CheckPlan.explain(faults);
            return new Preview(
                    why.sentence(), false, why, List.of(), List.of(), List.of(), List.of());
        }
        int seats = CoverTrain.seatCount(run, plan.seatClass());
        Route route = cover.route(run, plan.seatClass());
        Quotas today =
                availability
                        .quotas(run.id(), plan.seatClass())
                        .orElseGet(() -> new Quotas(route, seats, LimitSet.everything(seats)));
        ReleasePlan before =
                plans.published(run.trainCode(), plan.seatClass())
                        .map(Plan::engine)
                        .orElseGet(PreviewReleasePlan::everythingOpen);
        Scenario scenario =
                new Scenario(
                        run,
                        route,
                        seats,
                        today,
                        demand.of(run, plan.seatClass(), route, seats, clock.instant()));
        return compare(scenario, before, plan.engine());
    }

    private record Scenario(
            Run run, Route route, int seats, Quotas today, List<Request> requests) {}

    private Preview compare(Scenario scenario, ReleasePlan before, ReleasePlan after) {
        WhatIf.Report was = run(scenario, before);
        WhatIf.Report willBe = run(scenario, after);
        Quotas now = at(scenario, before);
        Quotas then = at(scenario, after);
        List<CellChange> cells = new ArrayList<>();
        int last = scenario.route().callCount() - 1;
        for (int from = 0; from < last; from++) {
            for (int to = from + 1; to <= last; to++) {
                Product product = new Product(from, to, "general", "online");
                cells.add(
                        new CellChange(from, to, now.allowance(product), then.allowance(product)));
            }
        }
        List<Trip> trips =
                List.of(
                        new Trip(0, last, "general"),
                        new Trip(0, 1, "general"),
                        new Trip(last - 1, last, "general"),
                        new Trip(0, last, "student"));
        OpeningTable table =
                OpeningTable.of(
                        after,
                        scenario.today(),
                        scenario.seats(),
                        scenario.run().departs(),
                        clock.getZone(),
                        due(scenario, after),
                        trips.stream()
                                .map(trip ->
                                        new Product(trip.from(), trip.to(), trip.group(), "online"))
                                .toList());
        return new Preview(
                verdict(was, willBe),
                willBe.revenueMinor() >= was.revenueMinor(),
                null,
                rows(was, willBe, now, then, last),
                cells,
                trips,
                table.rows().stream()
                        .map(row -> new Opening(row.batch(), row.at(), row.counts()))
                        .toList());
    }

    private WhatIf.Report run(Scenario scenario, ReleasePlan plan) {
        return new WhatIf(
                        plan,
                        scenario.route(),
                        scenario.seats(),
                        scenario.run().departs(),
                        clock.getZone())
                .run(scenario.today(), due(scenario, plan), scenario.requests());
    }

    private Quotas at(Scenario scenario, ReleasePlan plan) {
        Quotas quotas = scenario.today().copy();
        quotas.apply(plan.limits(due(scenario, plan), scenario.seats(), null));
        return quotas;
    }

    private Set<String> due(Scenario scenario, ReleasePlan plan) {
        return plan.due(clock.instant(), scenario.run().departs(), clock.getZone(), 0, Set.of());
    }

    private static List<Row> rows(
            WhatIf.Report was, WhatIf.Report willBe, Quotas now, Quotas then, int last) {
        Product through = new Product(0, last, "general", "online");
        Product firstLeg = new Product(0, 1, "general", "online");
        return List.of(
                row(
                        "revenue",
                        "预计收入",
                        "Expected revenue",
                        "minor",
                        was.revenueMinor(),
                        willBe.revenueMinor()),
                row("served", "预计成行", "Passengers served", "people", was.served(), willBe.served()),
                row(
                        "through_refused",
                        "直达被拒",
                        "Through passengers refused",
                        "people",
                        was.refusedThrough(),
                        willBe.refusedThrough()),
                row(
                        "others_refused",
                        "短途被拒",
                        "Other passengers refused",
                        "people",
                        was.refusedOthers(),
                        willBe.refusedOthers()),
                row(
                        "empty_last_leg",
                        "末段空座",
                        "Empty seats on the last leg",
                        "seats",
                        was.emptySeats().getLast(),
                        willBe.emptySeats().getLast()),
                row(
                        "through",
                        "直达可售",
                        "Through trips to sell now",
                        "seats",
                        now.allowance(through),
                        then.allowance(through)),
                row(
                        "first_leg",
                        "首段可售",
                        "First leg to sell now",
                        "seats",
                        now.allowance(firstLeg),
                        then.allowance(firstLeg)));
    }

    private static Row row(
            String code, String zh, String en, String unit, long before, long after) {
        return new Row(code, new Said(zh, en), unit, before, after, after - before);
    }

    private static Said verdict(WhatIf.Report was, WhatIf.Report willBe) {
        return PlanVerdict.of(
                (willBe.revenueMinor() - was.revenueMinor()) / 100,
                willBe.refusedThrough() - was.refusedThrough(),
                willBe.refusedOthers() - was.refusedOthers());
    }

    private static ReleasePlan everythingOpen() {
        LimitSet all = LimitSet.everything(0);
        return new ReleasePlan(
                "",
                all.buckets(),
                List.of(),
                List.of(
                        new Batch(
                                "all",
                                new Trigger.At(Instant.EPOCH),
                                List.of(Step.open("everyone", new Amount.Everything())))));
    }
}
