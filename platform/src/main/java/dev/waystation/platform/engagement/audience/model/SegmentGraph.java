package dev.waystation.platform.engagement.audience.model;

import dev.waystation.platform.foundation.edge.PublicId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which segments ask for which; those asked for are decided before those that ask. */
public final class SegmentGraph {

    private static final String PREFIX = "seg";

    private final Map<Long, Set<Long>> asks = new LinkedHashMap<>();

    /** Adds a segment, in place of what it asked before. */
    public SegmentGraph with(long segmentId, Map<String, Object> condition) {
        asks.put(segmentId, asked(condition));
        return this;
    }

    /** The segments a condition names. */
    public static Set<Long> asked(Object json) {
        Set<Long> found = new LinkedHashSet<>();
        collect(json, found);
        return found;
    }

    private static void collect(Object json, Set<Long> found) {
        switch (json) {
            case Map<?, ?> map -> map.values().forEach(value -> collect(value, found));
            case Collection<?> list -> list.forEach(value -> collect(value, found));
            case String text when PublicId.isOne(PREFIX, text) ->
                    found.add(PublicId.decode(PREFIX, text));
            default -> {}
        }
    }

    /** The way from the segment back to itself; empty where there is none. */
    public List<Long> circle(long segmentId) {
        List<Long> way = new ArrayList<>(List.of(segmentId));
        return leadsBack(segmentId, segmentId, way, new LinkedHashSet<>()) ? way : List.of();
    }

    private boolean leadsBack(long at, long goal, List<Long> way, Set<Long> seen) {
        for (long next : asks.getOrDefault(at, Set.of())) {
            way.add(next);
            if (next == goal || (seen.add(next) && leadsBack(next, goal, way, seen))) {
                return true;
            }
            way.removeLast();
        }
        return false;
    }

    /** Every segment after those it asks for, else in the order in which they were added. */
    public List<Long> inOrder() {
        Set<Long> order = new LinkedHashSet<>();
        asks.keySet().forEach(segment -> place(segment, order, new LinkedHashSet<>()));
        return order.stream().filter(asks::containsKey).toList();
    }

    private void place(long segment, Set<Long> order, Set<Long> above) {
        if (order.contains(segment) || !above.add(segment)) {
            return;
        }
        asks.getOrDefault(segment, Set.of()).forEach(next -> place(next, order, above));
        order.add(segment);
    }
}
