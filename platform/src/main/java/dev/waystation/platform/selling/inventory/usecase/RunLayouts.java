package dev.waystation.platform.selling.inventory.usecase;

import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.ClassOffer;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.catalogue.Seat;
import dev.waystation.platform.selling.catalogue.Timetables;
import dev.waystation.platform.selling.inventory.SeatLabel;
import dev.waystation.platform.selling.inventory.model.RunLayout;
import dev.waystation.platform.selling.inventory.model.RunLayout.ClassLayout;
import dev.waystation.release.Route;
import dev.waystation.seating.SeatLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Translates what the catalogue says about a run into what seats need. */
@Component
class RunLayouts {

    private static final int UNKNOWN_LEG_KM = 100;

    private final Timetables timetables;
    // Runs with the same rolling stock have equal seat plans; one copy of each is enough.
    private final Map<List<Seat>, ClassLayout> layouts = new ConcurrentHashMap<>();

    RunLayouts(Timetables timetables) {
        this.timetables = timetables;
    }

    Optional<RunLayout> of(RunId run) {
        return timetables.run(run).map(this::layout);
    }

    private RunLayout layout(Run run) {
        Map<String, ClassLayout> classes = new HashMap<>();
        for (ClassOffer offer : run.classes()) {
            List<Seat> seats = timetables.seatPlan(run.id(), offer.seatClass()).seats();
            classes.put(offer.seatClass(), layouts.computeIfAbsent(seats, RunLayouts::classLayout));
        }
        return new RunLayout(
                run.id(), run.calls().stream().map(Call::departs).toList(), route(run), classes);
    }

    private Route route(Run run) {
        String anyClass = run.classes().getFirst().seatClass();
        List<Integer> kilometres = new ArrayList<>(List.of(0));
        for (int call = 1; call < run.calls().size(); call++) {
            int unknown = kilometres.getLast() + UNKNOWN_LEG_KM;
            kilometres.add(
                    timetables
                            .fare(run.id(), 0, call, anyClass)
                            .map(fare -> Math.max(fare.distanceKm(), kilometres.getLast()))
                            .orElse(unknown));
        }
        return new Route(kilometres);
    }

    private static ClassLayout classLayout(List<Seat> seats) {
        boolean numbered = seats.stream().noneMatch(seat -> seat.position() == '-');
        SeatLayout layout =
                numbered
                        ? SeatLayout.of(
                                seats.stream()
                                        .map(seat ->
                                                new SeatLayout.Seat(
                                                        seat.car(), seat.row(), seat.position()))
                                        .toList())
                        : SeatLayout.unnumbered(seats.size());
        return new ClassLayout(
                layout,
                seats.stream().map(seat -> new SeatLabel(seat.car(), seat.label())).toList());
    }
}
