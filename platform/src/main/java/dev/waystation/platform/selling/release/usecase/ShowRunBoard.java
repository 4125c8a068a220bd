package dev.waystation.platform.selling.release.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.AvailabilityMatrix;
import dev.waystation.platform.selling.inventory.SeatAvailability;
import dev.waystation.platform.selling.release.model.Plan;
import dev.waystation.platform.selling.release.model.PlanSketch;
import dev.waystation.platform.selling.release.store.AppliedBatches;
import dev.waystation.platform.selling.release.store.Plans;
import dev.waystation.release.Amount;
import dev.waystation.release.Batch;
import dev.waystation.release.Step;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Everything staff see of one run and class: who can buy what, why not, and what opens next. */
@Service
public class ShowRunBoard {

    public record Money(long minor, String currency) {}

    public record Cell(
            int from,
            int to,
            int free,
            int available,
            @Nullable Integer limit,
            int sold,
            int held,
            @Nullable Explanation why) {}

    public record BatchLine(
            Said name,
            @Nullable Instant at,
            @Nullable Said trigger,
            String state,
            @Nullable Integer amount) {}

    /**
     * @param soldShare share of seat-kilometres that is sold or held
     * @param revenue of confirmed sales at today's fares
     */
    public record Figures(
            int seats, double soldShare, Money revenue, @Nullable Instant nextBatchAt) {}

    public record Board(
            String runId,
            String trainCode,
            LocalDate serviceDate,
            String seatClass,
            String group,
            List<Call> calls,
            List<Cell> cells,
            List<BatchLine> batches,
            Figures figures,
            @Nullable PlanCard plan,
            long version,
            Instant asOf) {}

    private final SeatAvailability availability;
    private final CoverTrain cover;
    private final Plans plans;
    private final AppliedBatches applied;
    private final Clock clock;

    ShowRunBoard(
            SeatAvailability availability,
            CoverTrain cover,
            Plans plans,
            AppliedBatches applied,
            Clock clock) {
        this.availability = availability;
        this.cover = cover;
        this.plans = plans;
        this.applied = applied;
        this.clock = clock;
    }

    /** Empty when there is no such run or class. */
    public Optional<Board> handle(RunId id, String seatClass, String group) {
        Optional<Run> found = cover.run(id);
        if (found.flatMap(run -> run.offer(seatClass)).isEmpty()) {
            return Optional.empty();
        }
        Run run = found.orElseThrow();
        AvailabilityMatrix matrix = availability.matrix(id, seatClass, group);
        Plan plan = plans.published(run.trainCode(), seatClass).orElse(null);
        return Optional.of(
                new Board(
                        PublicId.encode("run", id.value()),
                        run.trainCode(),
                        run.serviceDate(),
                        seatClass,
                        group,
                        run.calls(),
                        matrix.cells().stream().map(cell -> cell(cell, matrix)).toList(),
                        plan == null ? List.of() : batches(plan, run),
                        figures(run, seatClass, matrix),
                        plan == null ? null : PlanCard.of(plan),
                        matrix.version(),
                        clock.instant()));
    }

    private static Cell cell(AvailabilityMatrix.Cell cell, AvailabilityMatrix matrix) {
        return new Cell(
                cell.fromCall(),
                cell.toCall(),
                cell.free(),
                cell.available(),
                cell.limit() >= matrix.seatCount() ? null : cell.limit(),
                cell.sold(),
                cell.held(),
                cell.why());
    }

    private Figures figures(Run run, String seatClass, AvailabilityMatrix matrix) {
        long revenue = 0;
        for (AvailabilityMatrix.Cell cell : matrix.cells()) {
            if (cell.sold() > 0) {
                revenue +=
                        cell.sold()
                                * cover.fareMinor(run, cell.fromCall(), cell.toCall(), seatClass);
            }
        }
        return new Figures(
                matrix.seatCount(),
                soldShare(run, seatClass, matrix),
                new Money(revenue, "CNY"),
                matrix.nextOpening());
    }

    private double soldShare(Run run, String seatClass, AvailabilityMatrix matrix) {
        var route = cover.route(run, seatClass);
        long taken = 0;
        for (AvailabilityMatrix.Leg leg : matrix.legs()) {
            taken += (long) leg.taken() * route.distanceKm(leg.leg(), leg.leg() + 1);
        }
        long all = (long) matrix.seatCount() * route.distanceKm(0, route.callCount() - 1);
        return all == 0 ? 0 : (double) taken / all;
    }

    private List<BatchLine> batches(Plan plan, Run run) {
        Map<RunId, Set<String>> done = applied.of(plan.id(), List.of(run.id()));
        Set<String> codes = done.getOrDefault(run.id(), Set.of());
        int seats = CoverTrain.seatCount(run, plan.seatClass());
        List<BatchLine> lines = new ArrayList<>();
        List<Batch> engine = plan.engine().batches();
        for (int i = 0; i < engine.size(); i++) {
            Batch batch = engine.get(i);
            PlanSketch.Batch sketch = plan.sketch().batches().get(i);
            Said name = sketch.name();
            lines.add(
                    new BatchLine(
                            name == null ? Said.same(batch.code()) : name,
                            batch.trigger().dueAt(run.departs(), clock.getZone()).orElse(null),
                            TriggerWords.of(batch.trigger()),
                            codes.contains(batch.code()) ? "released" : "planned",
                            amount(batch, seats)));
        }
        return lines;
    }

    private static @Nullable Integer amount(Batch batch, int seats) {
        int sum = 0;
        for (Step step : batch.steps()) {
            if (step.amount() instanceof Amount.Everything) {
                return null;
            }
            sum += step.amount().of(0, seats);
        }
        return sum;
    }
}
