package dev.waystation.platform.selling.catalogue.triggers;

import dev.waystation.platform.selling.catalogue.model.Finding;
import dev.waystation.platform.selling.catalogue.usecase.ImportSummary;
import dev.waystation.platform.selling.catalogue.usecase.ImportTimetable;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * {@code ./way import PATH}: loads one timetable from the command line and says what came of it,
 * every bad row with its place and its remedy. The exit status is 1 when nothing was loaded.
 */
@Component
@ConditionalOnProperty("waystation.import")
class WhenToldAtStart implements ApplicationRunner, ExitCodeGenerator {

    private final ImportTimetable importTimetable;
    private final Path path;
    private int exitCode = 1;

    WhenToldAtStart(ImportTimetable importTimetable, @Value("${waystation.import}") Path path) {
        this.importTimetable = importTimetable;
        this.path = path;
    }

    @Override
    public void run(ApplicationArguments arguments)
            throws ExecutionException, InterruptedException {
        switch (watched(CompletableFuture.supplyAsync(() -> importTimetable.handle(path)))) {
            case ImportTimetable.Outcome.Loaded loaded -> {
                sayNotes(loaded.findings());
                say(loaded.summary());
                exitCode = 0;
            }
            case ImportTimetable.Outcome.Refused refused -> {
                List<Finding> bad =
                        refused.findings().stream().filter(each -> !each.code().isNote()).toList();
                bad.forEach(each -> say("bad row", each));
                sayNotes(refused.findings());
                out().printf("refused: %,d bad rows, nothing was loaded%n", bad.size());
            }
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    private static ImportTimetable.Outcome watched(
            CompletableFuture<ImportTimetable.Outcome> running)
            throws ExecutionException, InterruptedException {
        long from = System.nanoTime();
        while (true) {
            try {
                return running.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException notYet) {
                Duration taken = Duration.ofNanos(System.nanoTime() - from);
                System.err.printf("· reading, checking, loading … %d s%n", taken.toSeconds());
            }
        }
    }

    /** Odd but loaded: one line per kind with its first place; the console lists all of them. */
    private static void sayNotes(List<Finding> findings) {
        findings.stream()
                .filter(each -> each.code().isNote())
                .collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.toList()))
                .forEach((code, alike) ->
                        say(
                                alike.size() == 1
                                        ? "note"
                                        : "note, 1 of %,d alike".formatted(alike.size()),
                                alike.getFirst()));
    }

    private static void say(String kind, Finding bad) {
        out().printf(
                        "%s: %s line %d, column %s, value \"%s\": %s (%s)%n  → %s (%s)%n",
                        kind,
                        bad.file(),
                        bad.line(),
                        bad.column().isEmpty() ? "-" : bad.column(),
                        bad.value(),
                        bad.code().en(bad.value()),
                        bad.code().zh(bad.value()),
                        bad.code().remedyEn(),
                        bad.code().remedyZh());
    }

    private static void say(ImportSummary summary) {
        out().printf(
                        "loaded %s: %d stations, %d trains, %d calls, %d (train, origin, destination) triples%n",
                        summary.source(),
                        summary.stations(),
                        summary.trains(),
                        summary.calls(),
                        summary.triples());
        out().printf(
                        "trains: %d new, %d changed, %d unchanged, %d of this source not mentioned%n",
                        summary.added(), summary.changed(), summary.unchanged(), summary.absent());
    }

    private static PrintStream out() {
        return System.out;
    }
}
