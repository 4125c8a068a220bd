package dev.waystation.platform.engagement.outreach.triggers;

import dev.waystation.platform.engagement.outreach.usecase.TellWecomTags;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells WeCom of tags that changed here. */
@Component
class EveryMinuteTellTags implements Timer {

    private final TellWecomTags work;

    EveryMinuteTellTags(TellWecomTags work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "outreach.tags";
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
