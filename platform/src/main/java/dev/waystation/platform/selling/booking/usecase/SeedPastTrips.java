package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.booking.PastTrip;
import dev.waystation.platform.selling.booking.SeedTrips;
import dev.waystation.platform.selling.booking.store.PastTripStore;
import dev.waystation.platform.selling.catalogue.Call;
import dev.waystation.platform.selling.catalogue.Timetables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Past trips in bulk; stations take their names from the trains that run today. */
@Service
class SeedPastTrips implements SeedTrips {

    private static final int DAYS = 3;

    private final PastTripStore store;
    private final Timetables timetables;
    private final Clock clock;

    SeedPastTrips(PastTripStore store, Timetables timetables, Clock clock) {
        this.store = store;
        this.timetables = timetables;
        this.clock = clock;
    }

    @Override
    @Transactional
    public long seed(Stream<PastTrip> trips) {
        Map<String, Said> names = stationNames();
        return store.write(
                trips.iterator(), code -> names.getOrDefault(code, new Said(code, code)));
    }

    private Map<String, Said> stationNames() {
        Map<String, Said> names = new HashMap<>();
        LocalDate today = LocalDate.now(clock);
        for (int day = 0; day < DAYS; day++) {
            timetables
                    .runsOn(today.plusDays(day))
                    .forEach(run -> {
                        for (Call call : run.calls()) {
                            names.putIfAbsent(
                                    call.stationCode(), new Said(call.nameZh(), call.nameEn()));
                        }
                    });
        }
        return names;
    }
}
