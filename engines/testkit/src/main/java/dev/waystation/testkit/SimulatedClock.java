package dev.waystation.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until the test moves it. */
public final class SimulatedClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    public SimulatedClock(Instant start, ZoneId zone) {
        this(new AtomicReference<>(start), zone);
    }

    private SimulatedClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Starts at the text, such as {@code 2026-11-16T01:00:00Z}, in Shanghai. */
    public static SimulatedClock at(String instant) {
        return new SimulatedClock(Instant.parse(instant), ZoneId.of("Asia/Shanghai"));
    }

    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Time runs forward only, not by " + by);
        }
        now.updateAndGet(instant -> instant.plus(by));
    }

    public void moveTo(Instant instant) {
        advance(Duration.between(instant(), instant));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** A view in another zone that moves with this clock. */
    @Override
    public Clock withZone(ZoneId other) {
        return new SimulatedClock(now, other);
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
