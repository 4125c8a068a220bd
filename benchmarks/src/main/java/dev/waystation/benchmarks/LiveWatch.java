package dev.waystation.benchmarks;

import dev.waystation.platform.engagement.audience.Segments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;

/** Looks through the segment's door for the members whose event is under way. */
final class LiveWatch {

    private static final int PAGE = 10_000;
    private static final long EVERY_MILLIS = 10;

    private final Segments segments;
    private final long segment;
    private final NavigableMap<Long, Long> open = new ConcurrentSkipListMap<>();
    private final List<Double> lags = new ArrayList<>();
    private volatile boolean looking;

    LiveWatch(Segments segments, long segment) {
        this.segments = segments;
        this.segment = segment;
    }

    /** A member who is not in yet and should be, from this moment on. */
    void expect(long memberId, long since) {
        open.put(memberId, since);
    }

    int open() {
        return open.size();
    }

    void close() {
        looking = false;
    }

    void forget() {
        lags.clear();
    }

    List<Double> sorted() {
        Collections.sort(lags);
        return lags;
    }

    void look() {
        looking = true;
        while (looking) {
            var first = open.firstEntry();
            if (first != null) {
                List<Long> in = segments.members(segment, first.getKey() - 1, PAGE);
                long now = System.nanoTime();
                for (long member : in) {
                    Long since = open.remove(member);
                    if (since != null) {
                        lags.add((now - since) / (double) TimeUnit.SECONDS.toNanos(1));
                    }
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
