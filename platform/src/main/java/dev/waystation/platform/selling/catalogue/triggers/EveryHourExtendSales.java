package dev.waystation.platform.selling.catalogue.triggers;

import dev.waystation.platform.foundation.jobs.Timer;
import dev.waystation.platform.selling.catalogue.usecase.ScheduleRuns;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** A new day at the end of the horizon comes on sale within the hour. */
@Component
class EveryHourExtendSales implements Timer {

    private final ScheduleRuns scheduleRuns;
    private final Clock clock;

    EveryHourExtendSales(ScheduleRuns scheduleRuns, Clock clock) {
        this.scheduleRuns = scheduleRuns;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "catalogue.extend-sales";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        scheduleRuns.handle(
                new ScheduleRuns.Command(today, today.plusDays(ScheduleRuns.USUAL_DAYS_AHEAD)));
    }
}
