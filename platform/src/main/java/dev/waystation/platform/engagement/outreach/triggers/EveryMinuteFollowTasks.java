package dev.waystation.platform.engagement.outreach.triggers;

import dev.waystation.platform.engagement.outreach.usecase.FollowTasks;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Pulls results and carries out wishes. */
@Component
class EveryMinuteFollowTasks implements Timer {

    private final FollowTasks work;

    EveryMinuteFollowTasks(FollowTasks work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "outreach.follow";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(Instant now) {
        work.handle(now);
    }
}
