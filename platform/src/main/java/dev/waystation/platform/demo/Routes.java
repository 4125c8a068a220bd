package dev.waystation.platform.demo;

import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ways one may travel on a day of the timetable, at most a few per train. */
record Routes(List<History.Route> all, Map<String, List<History.Route>> byCity) {

    private static final int LEGS_APART = 2;

    static Routes on(LocalDate day, Timetables timetables, ZoneId zone) {
        Instant midnight = day.atStartOfDay(zone).toInstant();
        List<History.Route> all = new ArrayList<>();
        Map<String, List<History.Route>> byCity = new HashMap<>();
        for (Run run : timetables.runsOn(day)) {
            List<Call> calls = run.calls();
            for (int from = 0; from < calls.size() - 1; from += LEGS_APART) {
                for (int to = calls.size() - 1; to > from; to -= LEGS_APART) {
                    History.Route route = route(run, from, to, midnight, timetables);
                    all.add(route);
                    byCity.computeIfAbsent(route.fromCity(), city -> new ArrayList<>()).add(route);
                }
            }
        }
        return new Routes(all, byCity);
    }

    private static History.Route route(
            Run run, int from, int to, Instant midnight, Timetables timetables) {
        Map<String, Long> fares = new LinkedHashMap<>();
        run.classes()
                .forEach(offer ->
                        timetables
                                .fare(run.id(), from, to, offer.seatClass())
                                .ifPresent(fare -> fares.put(offer.seatClass(), fare.minor())));
        Call origin = run.calls().get(from);
        Call destination = run.calls().get(to);
        return new History.Route(
                run.trainCode(),
                origin.cityCode(),
                origin.stationCode(),
                destination.stationCode(),
                minutes(midnight, origin.departs()),
                minutes(midnight, destination.arrives()),
                fares);
    }

    private static int minutes(Instant midnight, Instant at) {
        return (int) Duration.between(midnight, at).toMinutes();
    }
}
