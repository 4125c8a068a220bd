package dev.waystation.platform.foundation.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * Time as the machine sees it, for what must not follow a simulated world: sessions, lock-outs,
 * back-off, progress. Business time is the injected {@link Clock}.
 */
@Component
public class MachineTime {

    private final Clock machine = Clock.systemUTC();
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    public Instant now() {
        return machine.instant().plus(shift.get());
    }

    /** Now, as the database driver takes it. */
    public OffsetDateTime utc() {
        return now().atOffset(ZoneOffset.UTC);
    }

    /** Moves machine time forward; for tests of expiry. */
    public void shift(Duration by) {
        shift.updateAndGet(old -> old.plus(by));
    }
}
