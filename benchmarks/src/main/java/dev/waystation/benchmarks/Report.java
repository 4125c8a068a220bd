package dev.waystation.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a benchmark says: on the screen, and in a file of its own whose last line is the verdict.
 */
final class Report {

    private final String name;
    private final List<String> lines = new ArrayList<>();
    private boolean ok = true;

    Report(String name) {
        this.name = name;
    }

    void say(String line) {
        lines.add(line);
        System.out.println(line);
    }

    void verdict(String part, double ratio, double bar) {
        boolean held = ratio >= bar;
        ok &= held;
        String word = held ? "ok" : "short";
        say("%s ratio=%s bar=%s %s".formatted(part, figure(ratio), figure(bar), word));
    }

    /** Three figures that say something: a ratio of 0.31 must not print as 0.3. */
    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value)
                .replaceFirst("\\.?0+$", "");
    }

    /** The exit status. */
    int write() {
        try {
            Path folder = Files.createDirectories(Path.of("benchmarks", "results"));
            Files.write(folder.resolve(name + ".txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ok ? 0 : 1;
    }
}
