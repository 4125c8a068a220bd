package dev.waystation.platform.demo;

import dev.waystation.platform.members.presets.SeedPresets;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The sample world takes up the rules of a park, before its passes and cards. */
@Component
@Profile("demo")
@Order(11)
class SampleParkRules implements ApplicationRunner {

    private final SeedMarks marks;
    private final SeedPresets presets;

    SampleParkRules(SeedMarks marks, SeedPresets presets) {
        this.marks = marks;
        this.presets = presets;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        marks.part("rules-park", "the programme of the park", () -> presets.adopt("park"));
    }
}
