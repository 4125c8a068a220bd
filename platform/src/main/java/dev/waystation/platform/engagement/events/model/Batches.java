package dev.waystation.platform.engagement.events.model;

import dev.waystation.platform.engagement.events.facts.EventsTaken;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Commits of the intake, and the days between which all their events lie, so that one statement
 * finds them and looks into no other partition.
 */
public record Batches(List<Long> numbers, LocalDate first, LocalDate last) {

    /** Of at least one commit. */
    public static Batches of(List<EventsTaken> commits) {
        return new Batches(
                commits.stream().map(EventsTaken::batch).toList(),
                commits.stream()
                        .map(EventsTaken::firstDay)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                commits.stream()
                        .map(EventsTaken::lastDay)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }
}
