package dev.waystation.platform.engagement.audience.triggers;

import dev.waystation.platform.engagement.audience.usecase.CoverTags;
import dev.waystation.platform.foundation.jobs.Timer;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The coverage of tags, noted every hour. */
@Component
class EveryHourCoverTags implements Timer {

    private final CoverTags cover;

    EveryHourCoverTags(CoverTags cover) {
        this.cover = cover;
    }

    @Override
    public String name() {
        return "audience.cover";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(Instant now) {
        cover.handle(now);
    }
}
