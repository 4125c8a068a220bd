package dev.waystation.platform.demo;

import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.journey.SeedJourneys;
import dev.waystation.platform.engagement.playbook.SeedPlaybooks;
import org.springframework.stereotype.Component;

/** Tags, segments and journeys that stand ready, and four playbooks at work. */
@Component
class SampleEngagement {

    private final SeedAudience audience;
    private final SeedJourneys journeys;
    private final SeedPlaybooks playbooks;

    SampleEngagement(SeedAudience audience, SeedJourneys journeys, SeedPlaybooks playbooks) {
        this.audience = audience;
        this.journeys = journeys;
        this.playbooks = playbooks;
    }

    void seed() {
        audience.readyMade();
        journeys.seed();
        playbooks.launch();
    }
}
