package dev.waystation.platform.demo;

import dev.waystation.platform.members.presets.SeedPresets;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The sample world takes up the rules of the railway, after everything that happened before they
 * were chosen.
 */
@Component
@Profile("demo")
@Order(15)
class SampleRailRules implements ApplicationRunner {

    private final SeedMarks marks;
    private final SeedPresets presets;

    SampleRailRules(SeedMarks marks, SeedPresets presets) {
        this.marks = marks;
        this.presets = presets;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        marks.part("rules-rail", "the programme of the rail", () -> presets.adopt("rail-12306"));
    }
}
