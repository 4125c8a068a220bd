package dev.waystation.platform.selling.catalogue.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.catalogue.facts.TimetableImported;
import dev.waystation.platform.selling.catalogue.model.Finding;
import dev.waystation.platform.selling.catalogue.model.Findings;
import dev.waystation.platform.selling.catalogue.model.Timetable;
import dev.waystation.platform.selling.catalogue.model.TimetableFiles;
import dev.waystation.platform.selling.catalogue.model.TimetableReader;
import dev.waystation.platform.selling.catalogue.store.ImportStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads a timetable, GTFS or our CSV set: reads and checks all of it in memory, then changes what
 * differs in one transaction, then puts the coming days on sale. One bad row, and nothing is
 * loaded.
 */
@Service
public class ImportTimetable {

    /** What an import came to; the findings say what was bad, or odd but loaded. */
    public sealed interface Outcome {

        long importId();

        List<Finding> findings();

        record Loaded(long importId, ImportSummary summary, List<Finding> findings)
                implements Outcome {}

        record Refused(long importId, List<Finding> findings) implements Outcome {}
    }

    private final TimetableMerge merge;
    private final ImportStore imports;
    private final FactLog facts;
    private final ScheduleRuns schedule;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    ImportTimetable(
            TimetableMerge merge,
            ImportStore imports,
            FactLog facts,
            ScheduleRuns schedule,
            TransactionTemplate transactions,
            Clock clock) {
        this.merge = merge;
        this.imports = imports;
        this.facts = facts;
        this.schedule = schedule;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A zip or a folder, GTFS or our CSV set. */
    public Outcome handle(Path path) {
        Malformed.require(Files.exists(path), "path", path, "give a zip or a folder that exists");
        return handle(path, imports.open(path.getFileName().toString(), clock.instant()));
    }

    /** For an import that was announced before, such as an upload. */
    Outcome handle(Path path, long importId) {
        Findings findings = new Findings();
        try {
            return load(importId, read(TimetableFiles.at(path, findings), findings), findings);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }

    /** Loads files out of the program itself under a source of their own. */
    Outcome handle(String source, Map<String, InputStream> files) {
        Findings findings = new Findings();
        long importId = imports.open(source, clock.instant());
        try {
            Timetable read = read(TimetableFiles.of(files, findings), findings);
            Timetable named = new Timetable(source, read.cities(), read.stations(), read.trains());
            return load(importId, named, findings);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + source, e);
        }
    }

    private Timetable read(TimetableFiles files, Findings findings) {
        return TimetableReader.read(files, merge.rollingStock(), LocalDate.now(clock), findings);
    }

    private Outcome load(long importId, Timetable timetable, Findings findings) {
        List<Finding> found = findings.sorted();
        Outcome outcome =
                transactions.execute(status ->
                        findings.areBlocking()
                                ? refuse(importId, found)
                                : store(importId, timetable, found));
        if (outcome == null) {
            throw new IllegalStateException("import " + importId + " gave no answer");
        }
        if (outcome instanceof Outcome.Loaded) {
            LocalDate today = LocalDate.now(clock);
            schedule.handle(
                    new ScheduleRuns.Command(
                            today, today.plusDays(ScheduleRuns.USUAL_DAYS_AHEAD), true));
        }
        return outcome;
    }

    private Outcome refuse(long importId, List<Finding> found) {
        imports.close(importId, false, "{}", found);
        return new Outcome.Refused(importId, found);
    }

    private Outcome store(long importId, Timetable timetable, List<Finding> found) {
        ImportSummary summary = merge.merge(timetable, LocalDate.now(clock));
        imports.close(importId, true, json.writeValueAsString(summary), found);
        facts.append(
                new TimetableImported(
                        importId,
                        summary.source(),
                        summary.added(),
                        summary.changed(),
                        summary.unchanged(),
                        clock.instant()));
        return new Outcome.Loaded(importId, summary, found);
    }
}
