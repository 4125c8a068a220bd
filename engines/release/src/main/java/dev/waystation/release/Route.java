package dev.waystation.release;

import java.util.List;
import java.util.stream.IntStream;

/** The calls of a run with the distance of each from the first one. */
public record Route(List<Integer> kilometres) {

    public Route {
        kilometres = List.copyOf(kilometres);
        if (kilometres.size() < 2) {
            throw new IllegalArgumentException("a route has two calls or more: " + kilometres);
        }
    }

    /** A route whose distances are unknown: every leg counts as 100 km. */
    public static Route ofCalls(int callCount) {
        return new Route(IntStream.range(0, callCount).map(i -> i * 100).boxed().toList());
    }

    public int callCount() {
        return kilometres.size();
    }

    public int legCount() {
        return kilometres.size() - 1;
    }

    public int distanceKm(int fromCall, int toCall) {
        return kilometres.get(toCall) - kilometres.get(fromCall);
    }
}
