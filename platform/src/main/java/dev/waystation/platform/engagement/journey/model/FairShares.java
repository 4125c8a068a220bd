package dev.waystation.platform.engagement.journey.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides a batch among the journeys that have members due: everybody gets the same, whoever needs
 * less leaves the rest to the others, and nobody gets nothing. A handful in one journey so neither
 * waits for a million in another nor leaves half of the batch empty.
 */
public final class FairShares {

    private FairShares() {}

    /**
     * How many of each to take; together at most {@code limit}, or one of each where there are more
     * journeys than that.
     */
    public static Map<Long, Integer> of(Map<Long, Integer> due, int limit) {
        List<Map.Entry<Long, Integer>> fewestFirst = new ArrayList<>(due.entrySet());
        fewestFirst.sort(Map.Entry.comparingByValue(Comparator.naturalOrder()));
        Map<Long, Integer> shares = new LinkedHashMap<>();
        int left = limit;
        int others = fewestFirst.size();
        for (Map.Entry<Long, Integer> each : fewestFirst) {
            int share = Math.min(each.getValue(), Math.max(1, left / others));
            shares.put(each.getKey(), share);
            left -= share;
            others--;
        }
        return shares;
    }
}
