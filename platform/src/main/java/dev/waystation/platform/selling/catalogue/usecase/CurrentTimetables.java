package dev.waystation.platform.selling.catalogue.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.catalogue.City;
import dev.waystation.platform.selling.catalogue.Connection;
import dev.waystation.platform.selling.catalogue.Fare;
import dev.waystation.platform.selling.catalogue.Run;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.catalogue.SeatPlan;
import dev.waystation.platform.selling.catalogue.Timetables;
import dev.waystation.platform.selling.catalogue.model.TimetablePicture;
import dev.waystation.platform.selling.catalogue.store.PictureStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps one picture of what runs in memory and swaps it as a whole. */
@Service
public class CurrentTimetables implements Timetables {

    /** Tickets of runs this old may still be asked about: refunds, trips, complaints. */
    private static final int DAYS_KEPT = 40;

    private final PictureStore store;
    private final Clock clock;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable TimetablePicture picture;

    CurrentTimetables(PictureStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Looks at the tables again; callers do this after their transaction. */
    public void reload() {
        loading.lock();
        try {
            picture = load();
        } finally {
            loading.unlock();
        }
    }

    @Override
    public Optional<Run> run(RunId id) {
        return picture().run(id.value());
    }

    @Override
    public Optional<Run> run(String trainCode, LocalDate date) {
        return picture().run(trainCode, date);
    }

    @Override
    public List<Connection> connections(String fromCityCode, String toCityCode, LocalDate date) {
        return picture().connections(fromCityCode, toCityCode, date);
    }

    @Override
    public List<Run> runsOn(LocalDate date) {
        return picture().runsOn(date);
    }

    @Override
    public Optional<Fare> fare(RunId run, int fromCall, int toCall, String seatClass) {
        return picture().fare(run.value(), fromCall, toCall, seatClass);
    }

    @Override
    public SeatPlan seatPlan(RunId run, String seatClass) {
        return picture()
                .seatPlan(run.value(), seatClass)
                .orElseThrow(
                        () -> new IllegalArgumentException("no class " + seatClass + " on " + run));
    }

    @Override
    public Optional<Said> stationName(String stationCode) {
        return picture().stationName(stationCode);
    }

    @Override
    public List<City> cities(String prefix) {
        return picture().cities(prefix);
    }

    TimetablePicture picture() {
        TimetablePicture known = picture;
        if (known != null) {
            return known;
        }
        loading.lock();
        try {
            TimetablePicture loaded = picture;
            if (loaded == null) {
                loaded = load();
                picture = loaded;
            }
            return loaded;
        } finally {
            loading.unlock();
        }
    }

    private TimetablePicture load() {
        LocalDate from = LocalDate.now(clock).minusDays(DAYS_KEPT);
        return new TimetablePicture(store.load(from), clock.getZone());
    }
}
