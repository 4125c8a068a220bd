package dev.waystation.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * Measures pairs, prints progress, writes {@code benchmarks/results/<name>.txt} and ends in one
 * line per ratio, the main one last.
 *
 * <pre>{@code
 * BenchReport report = new BenchReport("lane");
 * report.say("32 clients, one hot stream");
 * Ratio main = report.pairs("lane", 10, 5, baseline::perSecond, lane::perSecond);
 * System.exit(report.finish(main));
 * }</pre>
 */
public final class BenchReport {

    private final String name;
    private final List<String> lines = new ArrayList<>();
    private final List<Ratio> parts = new ArrayList<>();

    public BenchReport(String name) {
        this.name = name;
        lines.add("benchmark " + name);
        lines.add("date      " + Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
        lines.add("commit    " + commit());
        lines.add("machine   " + machine());
    }

    /** Prints a line and keeps it in the result file. */
    public void say(String line) {
        System.out.println(line);
        lines.add(line);
    }

    /**
     * Measures baseline and ours in turn, {@code count} times, after one unmeasured round of both.
     * Each supplier returns operations per second.
     */
    public Ratio pairs(
            String part, double bar, int count, DoubleSupplier baseline, DoubleSupplier ours) {
        double warm = baseline.getAsDouble() + ours.getAsDouble();
        System.out.printf(Locale.ROOT, "%s: warmed up at %,.0f/s together%n", part, warm);
        List<Double> ratios = new ArrayList<>();
        for (int pair = 1; pair <= count; pair++) {
            double theirs = baseline.getAsDouble();
            double own = ours.getAsDouble();
            ratios.add(own / theirs);
            say(
                    String.format(
                            Locale.ROOT,
                            "%s pair %d/%d: baseline %,.0f/s, ours %,.0f/s, ratio %.2f",
                            part,
                            pair,
                            count,
                            theirs,
                            own,
                            own / theirs));
        }
        Ratio ratio = new Ratio(part, bar, ratios);
        say(
                "%s ratio min %s median %s max %s"
                        .formatted(
                                part,
                                Ratio.figure(ratio.min()),
                                Ratio.figure(ratio.median()),
                                Ratio.figure(ratio.max())));
        return ratio;
    }

    /** A ratio that is printed before the main one. */
    public void part(Ratio ratio) {
        parts.add(ratio);
    }

    /** Writes the result file and prints the ending; the exit status, 0 only when all bars hold. */
    public int finish(Ratio main) {
        parts.forEach(part -> say(part.line()));
        say(main.line());
        Path file = root().resolve("benchmarks/results/" + name + ".txt");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return main.holds() && parts.stream().allMatch(Ratio::holds) ? 0 : 1;
    }

    /**
     * The checkout: {@code waystation.root}, or the nearest folder above with the wrapper in it.
     */
    public static Path root() {
        String given = System.getProperty("waystation.root", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        return start;
    }

    private static String machine() {
        return "%s %s, %d processors, heap %d MB, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20,
                        Runtime.version());
    }

    private static String commit() {
        try {
            Process git =
                    new ProcessBuilder("git", "rev-parse", "--short=12", "HEAD")
                            .directory(root().toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String text =
                    new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean ended = git.waitFor(10, TimeUnit.SECONDS);
            return ended && git.exitValue() == 0 ? text : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
