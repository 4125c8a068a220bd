package dev.waystation.platform.members.benefits.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.members.benefits.usecase.GivePacks;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Looks for birthdays and anniversaries when a new business day has begun. */
@Component
class EveryHourGivePacks implements Timer {

    private final GivePacks packs;

    EveryHourGivePacks(GivePacks packs) {
        this.packs = packs;
    }

    @Override
    public String name() {
        return "benefits.give-packs";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(Instant now) {
        packs.catchUp();
    }
}
