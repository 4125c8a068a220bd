package dev.waystation.platform.selling.release.usecase;

import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.ClassOffer;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.catalogue.Timetables;
import dev.waystation.release.Route;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What the timetable says about the runs a plan covers. */
@Component
class CoverTrain {

    private static final int HORIZON_DAYS = 40;

    private final Timetables timetables;
    private final Clock clock;

    CoverTrain(Timetables timetables, Clock clock) {
        this.timetables = timetables;
        this.clock = clock;
    }

    /** Runs of a train that are on sale and have not reached their last call. */
    List<Run> runs(String trainCode) {
        LocalDate today = LocalDate.now(clock);
        List<Run> runs = new ArrayList<>();
        for (int day = -1; day <= HORIZON_DAYS; day++) {
            timetables
                    .run(trainCode, today.plusDays(day))
                    .filter(run -> run.arrives().isAfter(clock.instant()))
                    .ifPresent(runs::add);
        }
        return runs;
    }

    Optional<Run> nextRun(String trainCode) {
        return runs(trainCode).stream()
                .filter(run -> run.departs().isAfter(clock.instant()))
                .findFirst();
    }

    Optional<Run> run(RunId run) {
        return timetables.run(run);
    }

    List<Run> runsOn(LocalDate date) {
        return timetables.runsOn(date);
    }

    static int seatCount(Run run, String seatClass) {
        return run.offer(seatClass).map(ClassOffer::seatCount).orElse(0);
    }

    long fareMinor(Run run, int fromCall, int toCall, String seatClass) {
        return timetables
                .fare(run.id(), fromCall, toCall, seatClass)
                .map(fare -> fare.minor())
                .orElse(0L);
    }

    Route route(Run run, String seatClass) {
        List<Call> calls = run.calls();
        List<Integer> kilometres =
                IntStream.range(0, calls.size())
                        .map(call ->
                                call == 0
                                        ? 0
                                        : timetables
                                                .fare(run.id(), 0, call, seatClass)
                                                .map(fare -> fare.distanceKm())
                                                .orElse(call * 100))
                        .boxed()
                        .toList();
        return new Route(kilometres);
    }
}
