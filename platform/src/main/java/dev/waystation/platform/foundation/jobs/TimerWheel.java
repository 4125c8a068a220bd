package dev.waystation.platform.foundation.jobs;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs timers when the world clock reaches their hour. A clock that jumps runs each due timer once,
 * at the new time; a node that dies in the middle leaves the timer due.
 */
@Component
public class TimerWheel implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TimerWheel.class);
    private static final long PAUSE_MILLIS = 500;
    private static final int CLAIM_SECONDS = 120;

    private static final String CREATE =
            """
            insert into foundation.timer (name, due_at) values (:name, :now)
            on conflict (name) do nothing
            """;

    // The claim moves due_at on, so that another node leaves the timer alone meanwhile.
    private static final String CLAIM =
            """
            update foundation.timer set due_at = :until
            where name = :name and due_at <= :now
            """;

    private static final String DONE =
            """
            update foundation.timer set due_at = :due, ran_at = :now, last_error = :error
            where name = :name
            """;

    private final List<Timer> timers;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final boolean background;
    private volatile @Nullable CountDownLatch stopped;

    TimerWheel(
            List<Timer> timers,
            JdbcClient jdbc,
            Clock clock,
            @Value("${waystation.background:true}") boolean background) {
        this.timers = List.copyOf(timers);
        this.jdbc = jdbc;
        this.clock = clock;
        this.background = background;
    }

    /** When a timer ran last, by the world's clock; empty before its first run. */
    public Optional<Instant> lastRun(String name) {
        return jdbc.sql(
                        "select ran_at from foundation.timer where name = :name and ran_at is not null")
                .param("name", name)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Runs every timer that is due, on this thread; the number that ran. */
    public int runDue() {
        int ran = 0;
        for (Timer timer : timers) {
            Instant now = clock.instant();
            int claimed =
                    jdbc.sql(CLAIM)
                            .param("name", timer.name())
                            .param("now", now.atOffset(ZoneOffset.UTC))
                            .param("until", now.plusSeconds(CLAIM_SECONDS).atOffset(ZoneOffset.UTC))
                            .update();
            if (claimed == 1) {
                run(timer, now);
                ran++;
            }
        }
        return ran;
    }

    private void run(Timer timer, Instant now) {
        @Nullable String error = null;
        try {
            timer.run(now);
        } catch (RuntimeException broken) {
            LOG.error("Timer {} failed and runs again in {}", timer.name(), timer.every(), broken);
            error = broken.toString();
        }
        jdbc.sql(DONE)
                .param("name", timer.name())
                .param("due", now.plus(timer.every()).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("error", error)
                .update();
    }

    @Override
    public void start() {
        for (Timer timer : timers) {
            jdbc.sql(CREATE)
                    .param("name", timer.name())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        CountDownLatch stop = new CountDownLatch(1);
        stopped = stop;
        if (background) {
            Thread.ofVirtual().name("timers").start(() -> runUntil(stop));
        }
    }

    @Override
    public void stop() {
        CountDownLatch stop = stopped;
        if (stop != null) {
            stop.countDown();
        }
        stopped = null;
    }

    @Override
    public boolean isRunning() {
        return stopped != null;
    }

    private void runUntil(CountDownLatch stop) {
        try {
            while (!stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                try {
                    runDue();
                } catch (RuntimeException broken) {
                    LOG.error("Timers could not run", broken);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
