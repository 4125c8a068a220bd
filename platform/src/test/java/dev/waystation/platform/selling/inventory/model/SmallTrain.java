package dev.waystation.platform.selling.inventory.model;

import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.HoldRequest;
import dev.waystation.platform.selling.inventory.SeatLabel;
import dev.waystation.release.Route;
import dev.waystation.seating.SeatLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A run for tests: one class, calls an hour apart. */
public final class SmallTrain {

    public static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");

    private SmallTrain() {}

    public static RunLayout layout(long run, int calls, int seats) {
        return new RunLayout(
                new RunId(run),
                IntStream.range(0, calls)
                        .mapToObj(call -> NOW.plus(Duration.ofHours(24L + call)))
                        .toList(),
                Route.ofCalls(calls),
                Map.of(
                        "second",
                        new RunLayout.ClassLayout(
                                SeatLayout.rowsOfFive(seats, 85),
                                IntStream.range(0, seats)
                                        .mapToObj(seat -> new SeatLabel("01", "S" + seat))
                                        .toList())));
    }

    public static HoldRequest wish(RunLayout layout, UUID ref, int from, int to, int party) {
        return wish(layout, ref, from, to, Collections.nCopies(party, "general"));
    }

    public static HoldRequest wish(
            RunLayout layout, UUID ref, int from, int to, List<String> groups) {
        return new HoldRequest(
                ref, layout.run(), "second", from, to, groups, NOW.plus(Duration.ofMinutes(10)));
    }
}
