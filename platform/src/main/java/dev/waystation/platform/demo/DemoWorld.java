package dev.waystation.platform.demo;

import dev.waystation.platform.selling.catalogue.SampleTimetable;
import dev.waystation.platform.selling.release.SampleReleasePlans;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Builds the sample world once, part by part, from one seed. Each part is marked when it stands, so
 * that a start that was interrupted goes on where it stopped.
 */
@Component
@Profile("demo")
@Order(10)
class DemoWorld implements ApplicationRunner {

    private static final long SEED = 20_261_122;
    private static final int DAYS_AHEAD = 15;

    private final SeedMarks marks;
    private final SampleTimetable timetable;
    private final SampleReleasePlans releasePlans;
    private final SampleMembers members;
    private final SampleEngagement engagement;
    private final Clock clock;

    DemoWorld(
            SeedMarks marks,
            SampleTimetable timetable,
            SampleReleasePlans releasePlans,
            SampleMembers members,
            SampleEngagement engagement,
            Clock clock) {
        this.marks = marks;
        this.timetable = timetable;
        this.releasePlans = releasePlans;
        this.members = members;
        this.engagement = engagement;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        LocalDate today = LocalDate.now(clock);
        marks.part(
                "timetable",
                "railway, park and 15 days of runs",
                () -> timetable.open(today, DAYS_AHEAD));
        marks.part("release", "release plans", releasePlans::publish);
        marks.part(
                "members",
                "members with 24 months of trips, visits and points",
                () -> members.seed(SEED, clock));
        marks.part("engagement", "tags, segments, journeys and playbooks", engagement::seed);
    }
}
