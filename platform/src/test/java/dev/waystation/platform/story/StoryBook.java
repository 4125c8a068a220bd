package dev.waystation.platform.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes down each step of the story with its figure and its time. */
final class StoryBook {

    private final Path page;
    private final List<String> lines = new ArrayList<>();

    StoryBook(Path page) {
        this.page = page;
    }

    /** Runs a step; what it returns is the figure that is written beside it. */
    void step(String title, Supplier<String> work) {
        long from = System.nanoTime();
        try {
            String figure = work.get();
            add(
                    "✓ "
                            + title
                            + " — "
                            + figure
                            + " ("
                            + Duration.ofNanos(System.nanoTime() - from).toMillis()
                            + " ms)");
        } catch (RuntimeException | AssertionError e) {
            add("✗ " + title + " — " + e.getMessage());
            throw e;
        } finally {
            write();
        }
    }

    private void add(String line) {
        lines.add(line);
        System.out.println(line);
    }

    private void write() {
        try {
            Files.createDirectories(page.getParent());
            Files.write(page, lines);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
