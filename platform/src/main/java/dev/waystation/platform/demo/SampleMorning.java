package dev.waystation.platform.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The first hours of the first day, last of all parts: whoever opens the sample world finds people
 * who bought, boarded and visited today, each through the doors that real people use.
 */
@Component
@Profile("demo")
@Order(90)
class SampleMorning implements ApplicationRunner {

    private static final int HOURS = 3;

    private final SeedMarks marks;
    private final SimulatedHours hours;

    SampleMorning(SeedMarks marks, SimulatedHours hours) {
        this.marks = marks;
        this.hours = hours;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        marks.part("morning", "this morning's travellers", () -> hours.play(HOURS, (_, _) -> true));
    }
}
