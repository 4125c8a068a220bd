package dev.waystation.platform.members.games.model;

import java.util.Locale;
import java.util.Optional;

/** What is counted. */
public enum Metric {
    TRIPS,
    VISITS,
    POINTS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Metric> of(String code) {
        for (Metric metric : values()) {
            if (metric.code().equals(code)) {
                return Optional.of(metric);
            }
        }
        return Optional.empty();
    }
}
