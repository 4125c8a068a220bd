package dev.waystation.platform.demo;

import java.time.Duration;
import java.util.Locale;

/** Says on the terminal how far the sample world is. */
final class SeedProgress {

    private static final int WIDTH = 24;

    private final int parts;
    private int done;

    SeedProgress(int parts) {
        this.parts = parts;
    }

    void done(String what, Duration took) {
        done++;
        int filled = Math.min(WIDTH, WIDTH * done / parts);
        System.out.printf(
                Locale.ROOT,
                "  [%s%s] %s (%.1f s)%n",
                "█".repeat(filled),
                "·".repeat(WIDTH - filled),
                what,
                took.toMillis() / 1000.0);
    }
}
