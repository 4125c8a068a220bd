package dev.waystation.platform.selling.inventory.usecase;

import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.Availability;
import dev.waystation.platform.selling.inventory.AvailabilityMatrix;
import dev.waystation.platform.selling.inventory.ClassLoad;
import dev.waystation.platform.selling.inventory.InventoryRefusal;
import dev.waystation.platform.selling.inventory.SeatAvailability;
import dev.waystation.platform.selling.inventory.model.ClassView;
import dev.waystation.platform.selling.inventory.model.Ruling;
import dev.waystation.platform.selling.inventory.model.RunLayout;
import dev.waystation.platform.selling.inventory.model.RunView;
import dev.waystation.platform.selling.inventory.model.SeatCommand;
import dev.waystation.release.Finding;
import dev.waystation.release.Product;
import dev.waystation.release.Quotas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers from the newest committed picture of a run; the first question loads it. */
@Service
class ViewedAvailability implements SeatAvailability {

    private static final String CHANNEL = "online";
    private static final int MOST_AT_ONCE = 512;

    private final SeatLanes lanes;
    private final RunLayouts layouts;
    private final RunViews views;
    private final SeatExplanations explanations;

    ViewedAvailability(
            SeatLanes lanes, RunLayouts layouts, RunViews views, SeatExplanations explanations) {
        this.lanes = lanes;
        this.layouts = layouts;
        this.views = views;
        this.explanations = explanations;
    }

    @Override
    public Availability available(
            RunId run, String seatClass, int fromCall, int toCall, String passengerGroup) {
        Optional<RunView> view = view(run);
        ClassView seats = view.map(found -> found.classes().get(seatClass)).orElse(null);
        if (view.isEmpty() || seats == null || fromCall >= toCall || toCall >= seats.calls()) {
            return new Availability(0, 0, explanations.of(InventoryRefusal.UNKNOWN_RUN, null, 1));
        }
        Product product = new Product(fromCall, toCall, passengerGroup, CHANNEL);
        int count = seats.available(product);
        return new Availability(
                count,
                view.get().version(),
                count > 0 ? null : explanations.of(seats.explain(product)));
    }

    @Override
    public AvailabilityMatrix matrix(RunId run, String seatClass, String group) {
        RunView view =
                view(run)
                        .orElseThrow(() ->
                                new IllegalArgumentException("run " + run.value() + " is unknown"));
        ClassView seats = view.classes().get(seatClass);
        if (seats == null) {
            throw new IllegalArgumentException("run " + run.value() + " has no class " + seatClass);
        }
        List<AvailabilityMatrix.Cell> cells = new ArrayList<>();
        List<AvailabilityMatrix.Leg> legs = new ArrayList<>();
        for (int from = 0; from < seats.calls() - 1; from++) {
            int free = seats.free(from, from + 1);
            legs.add(new AvailabilityMatrix.Leg(from, seats.seatCount() - free, free));
            for (int to = from + 1; to < seats.calls(); to++) {
                cells.add(cell(seats, new Product(from, to, group, CHANNEL)));
            }
        }
        Quotas quotas = seats.quotas();
        return new AvailabilityMatrix(
                run,
                seatClass,
                group,
                view.version(),
                seats.seatCount(),
                cells,
                legs,
                quotas.limits().origin(),
                quotas.limits().nextOpening());
    }

    @Override
    public Map<RunId, List<ClassLoad>> loads(List<RunId> runs) {
        Map<RunId, List<ClassLoad>> loads = new LinkedHashMap<>();
        for (int from = 0; from < runs.size(); from += MOST_AT_ONCE) {
            List<RunId> some = runs.subList(from, Math.min(runs.size(), from + MOST_AT_ONCE));
            load(some);
            some.forEach(run -> view(run).ifPresent(view -> loads.put(run, loads(view))));
        }
        return loads;
    }

    @Override
    public Optional<Quotas> quotas(RunId run, String seatClass) {
        return view(run)
                .flatMap(view -> Optional.ofNullable(view.classes().get(seatClass)))
                .map(seats -> seats.quotas().copy());
    }

    /** All missing runs are asked for at once, so that the lanes read them together. */
    private void load(List<RunId> runs) {
        List<CompletableFuture<Ruling>> answers = new ArrayList<>();
        for (RunId run : runs) {
            if (views.find(run) == null) {
                layouts.of(run)
                        .ifPresent(
                                layout -> answers.add(lanes.submit(new SeatCommand.Load(layout))));
            }
        }
        answers.forEach(CompletableFuture::join);
    }

    private static List<ClassLoad> loads(RunView view) {
        return view.classes().entrySet().stream()
                .map(entry -> load(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ClassLoad load(String seatClass, ClassView seats) {
        int fullest = 0;
        int taken = 0;
        for (int leg = 0; leg < seats.calls() - 1; leg++) {
            int here = seats.seatCount() - seats.free(leg, leg + 1);
            fullest = Math.max(fullest, here);
            taken += here;
        }
        return new ClassLoad(seatClass, seats.seatCount(), seats.calls() - 1, fullest, taken);
    }

    private AvailabilityMatrix.Cell cell(ClassView seats, Product product) {
        Finding finding = seats.explain(product);
        return new AvailabilityMatrix.Cell(
                product.fromCall(),
                product.toCall(),
                finding.seatsFree(),
                finding.count(),
                finding.quota(),
                seats.sold(product.fromCall(), product.toCall()),
                seats.held(product.fromCall(), product.toCall()),
                finding.count() > 0 ? null : explanations.of(finding));
    }

    private Optional<RunView> view(RunId run) {
        @Nullable RunView view = views.find(run);
        Optional<RunLayout> layout = view == null ? layouts.of(run) : Optional.empty();
        // a picture may have made room for another one before we could look at it
        for (int tries = 3; view == null && layout.isPresent() && tries > 0; tries--) {
            lanes.ask(new SeatCommand.Load(layout.get()));
            view = views.find(run);
        }
        return Optional.ofNullable(view);
    }
}
