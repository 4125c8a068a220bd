package dev.waystation.platform.demo;

import dev.waystation.platform.selling.awards.SeedAwards;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Points buy seats in the sample world, as far as its release plans have opened any. */
@Component
@Profile("demo")
@Order(16)
class SampleAwardSeats implements ApplicationRunner {

    private final SeedMarks marks;
    private final SeedAwards awards;

    SampleAwardSeats(SeedMarks marks, SeedAwards awards) {
        this.marks = marks;
        this.awards = awards;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        marks.part("award-seats", "seats that points buy", awards::seed);
    }
}
