package dev.waystation.platform.demo;

import dev.waystation.platform.engagement.channels.SeedWecom;
import dev.waystation.platform.engagement.outreach.SeedOutreach;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Staff who know customers in WeCom and are asked to write to them. */
@Component
@Profile("demo")
@Order(86)
class SampleWecom implements ApplicationRunner {

    private final SeedMarks marks;
    private final SeedWecom wecom;
    private final SeedOutreach outreach;

    SampleWecom(SeedMarks marks, SeedWecom wecom, SeedOutreach outreach) {
        this.marks = marks;
        this.wecom = wecom;
        this.outreach = outreach;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        marks.part(
                "wecom",
                "staff who write to customers",
                () -> {
                    wecom.connect();
                    outreach.seed();
                });
    }
}
