package dev.waystation.audience;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/**
 * Who did one kind of event on which day. A day holds layers: the first those who did it at least
 * once that day, the second those who did it at least twice, and so on; so adding up over days is
 * adding one layer after another.
 */
final class Deeds {

    private final NavigableMap<Long, List<RoaringBitmap>> days = new TreeMap<>();

    void add(int member, long day, int times) {
        List<RoaringBitmap> layers = days.computeIfAbsent(day, _ -> new ArrayList<>());
        int left = times;
        for (int i = 0; left > 0; i++) {
            if (i == layers.size()) {
                layers.add(new RoaringBitmap());
            }
            if (layers.get(i).checkedAdd(member)) {
                left--;
            }
        }
    }

    void clear(int member, Collection<Long> done) {
        for (Long day : done) {
            days.getOrDefault(day, List.of()).forEach(layer -> layer.remove(member));
        }
    }

    /** Everybody who did it at least so often from the first to the last day, both included. */
    RoaringBitmap atLeast(int times, long first, long last) {
        Collection<List<RoaringBitmap>> window = days.subMap(first, true, last, true).values();
        RoaringBitmap[] reached = new RoaringBitmap[times + 1];
        for (int k = 1; k <= times; k++) {
            reached[k] = new RoaringBitmap();
        }
        for (List<RoaringBitmap> layers : window) {
            for (RoaringBitmap layer : layers) {
                for (int k = times; k > 1; k--) {
                    reached[k].or(RoaringBitmap.and(reached[k - 1], layer));
                }
                reached[1].or(layer);
            }
        }
        return reached[times];
    }

    long bytes() {
        return days.values().stream()
                .flatMap(List::stream)
                .mapToLong(RoaringBitmap::getLongSizeInBytes)
                .sum();
    }
}
