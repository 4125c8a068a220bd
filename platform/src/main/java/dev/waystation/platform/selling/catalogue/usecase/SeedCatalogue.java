package dev.waystation.platform.selling.catalogue.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.selling.catalogue.SampleTimetable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the catalogue with the sample railway and the sample park; a second time changes nothing.
 */
@Service
public class SeedCatalogue implements SampleTimetable {

    /** Feed under which the sample railway stands, so that no real import mixes with it. */
    public static final String SOURCE = "demo";

    private static final String FOLDER = "demo/railway/";
    private static final List<String> FILES =
            List.of("stations.csv", "trains.csv", "stop_times.csv");

    /**
     * @param runs runs that are new
     * @param parkSlots entry slots that are new
     */
    public record Seeded(int stations, int trains, int runs, int parkSlots) {}

    private final ImportTimetable importTimetable;
    private final ScheduleRuns scheduleRuns;
    private final DemoPark park;
    private final TransactionTemplate transactions;

    SeedCatalogue(
            ImportTimetable importTimetable,
            ScheduleRuns scheduleRuns,
            DemoPark park,
            TransactionTemplate transactions) {
        this.importTimetable = importTimetable;
        this.scheduleRuns = scheduleRuns;
        this.park = park;
        this.transactions = transactions;
    }

    @Override
    public void open(LocalDate today, int daysAhead) {
        seed(today, daysAhead);
    }

    public Seeded seed(LocalDate today, int daysAhead) {
        Malformed.require(daysAhead >= 0, "daysAhead", daysAhead, "give 0 or more");
        LocalDate last = today.plusDays(daysAhead);
        ImportSummary summary =
                switch (importTimetable.handle(SOURCE, files())) {
                    case ImportTimetable.Outcome.Loaded loaded -> loaded.summary();
                    case ImportTimetable.Outcome.Refused refused ->
                            throw new IllegalStateException(
                                    "the sample railway is broken: " + refused.findings());
                };
        ScheduleRuns.Scheduled runs = scheduleRuns.handle(new ScheduleRuns.Command(today, last));
        Integer slots = transactions.execute(status -> park.open(today, last));
        return new Seeded(
                summary.stations(), summary.trains(), runs.added(), slots == null ? 0 : slots);
    }

    private static Map<String, InputStream> files() {
        Map<String, InputStream> files = new LinkedHashMap<>();
        try {
            for (String file : FILES) {
                files.put(file, new ClassPathResource(FOLDER + file).getInputStream());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading the sample railway", e);
        }
        return files;
    }
}
