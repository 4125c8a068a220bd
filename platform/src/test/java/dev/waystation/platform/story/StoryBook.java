package dev.waystation.platform.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes down each step of the story with its figure and its time. Every title stands there from
 * the beginning, so that a step which was never reached shows as such.
 */
final class StoryBook {

    private final Path page;
    private final Map<String, String> lines = new LinkedHashMap<>();

    StoryBook(Path page, List<Chapter> chapters) {
        this.page = page;
        for (Chapter chapter : chapters) {
            for (Chapter.Step step : chapter.steps()) {
                if (lines.put(step.title(), "○ " + step.title() + " — not reached") != null) {
                    throw new IllegalArgumentException("two steps are called " + step.title());
                }
            }
        }
        write();
    }

    /** Tells a chapter up to its first failure; the steps after that stay unreached. */
    void tell(Chapter chapter) {
        for (Chapter.Step step : chapter.steps()) {
            tell(step);
        }
    }

    private void tell(Chapter.Step step) {
        long from = System.nanoTime();
        try {
            String figure = step.tell().get();
            long millis = Duration.ofNanos(System.nanoTime() - from).toMillis();
            note(step, "✓ %s — %s (%d ms)".formatted(step.title(), figure, millis));
        } catch (RuntimeException | AssertionError e) {
            note(step, "✗ %s — %s".formatted(step.title(), oneLine(e.getMessage())));
            throw e;
        }
    }

    private void note(Chapter.Step step, String line) {
        lines.put(step.title(), line);
        System.out.println(line);
        write();
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "no message" : message.strip().replaceAll("\\s+", " ");
    }

    private void write() {
        try {
            Files.createDirectories(page.getParent());
            Files.write(page, lines.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
