package dev.waystation.platform.selling.release.usecase;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.ClassLoad;
import dev.waystation.platform.selling.inventory.SeatAvailability;
import dev.waystation.platform.selling.release.model.Plan;
import dev.waystation.platform.selling.release.store.Plans;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How full every train of a day is and what opens next on it. */
@Service
public class ShowReleaseBoard {

    public record ClassLine(String seatClass, int seats, int sold, double fill) {}

    public record Line(
            String runId,
            String trainCode,
            Said from,
            Said to,
            Instant departs,
            List<ClassLine> classes,
            @Nullable String planState,
            @Nullable Instant nextBatchAt) {}

    private final SeatAvailability availability;
    private final CoverTrain cover;
    private final Plans plans;
    private final Clock clock;

    ShowReleaseBoard(SeatAvailability availability, CoverTrain cover, Plans plans, Clock clock) {
        this.availability = availability;
        this.cover = cover;
        this.plans = plans;
        this.clock = clock;
    }

    /** Trains in order of departure, after so many others. */
    public List<Line> handle(LocalDate date, int skip, int limit) {
        List<Run> runs = cover.runsOn(date).stream().skip(skip).limit(limit).toList();
        Map<RunId, List<ClassLoad>> loads = availability.loads(runs.stream().map(Run::id).toList());
        Map<String, List<Plan>> inForce =
                plans.published().stream().collect(Collectors.groupingBy(Plan::trainCode));
        return runs.stream()
                .map(run ->
                        line(
                                run,
                                loads.getOrDefault(run.id(), List.of()),
                                inForce.getOrDefault(run.trainCode(), List.of())))
                .toList();
    }

    private Line line(Run run, List<ClassLoad> loads, List<Plan> inForce) {
        List<ClassLine> classes =
                run.classes().stream()
                        .flatMap(offer ->
                                loads.stream()
                                        .filter(load -> load.seatClass().equals(offer.seatClass())))
                        .map(ShowReleaseBoard::classLine)
                        .toList();
        return new Line(
                PublicId.encode("run", run.id().value()),
                run.trainCode(),
                said(run.origin()),
                said(run.destination()),
                run.departs(),
                classes,
                inForce.isEmpty() ? null : "published",
                inForce.stream()
                        .map(plan -> next(plan, run))
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private @Nullable Instant next(Plan plan, Run run) {
        Instant now = clock.instant();
        return plan.engine().batches().stream()
                .flatMap(batch -> batch.trigger().dueAt(run.departs(), clock.getZone()).stream())
                .filter(due -> due.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static ClassLine classLine(ClassLoad load) {
        return new ClassLine(
                load.seatClass(), load.seatCount(), load.takenOnFullestLeg(), load.fill());
    }

    private static Said said(Call call) {
        return new Said(call.nameZh(), call.nameEn());
    }
}
