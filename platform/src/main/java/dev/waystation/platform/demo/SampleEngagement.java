package dev.waystation.platform.demo;

import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.journey.SeedJourneys;
import dev.waystation.platform.engagement.links.SeedLinks;
import dev.waystation.platform.engagement.playbook.SeedPlaybooks;
import org.springframework.stereotype.Component;

/** Tags, segments and journeys that stand ready, playbooks at work, and short links. */
@Component
class SampleEngagement {

    private final SeedAudience audience;
    private final SeedJourneys journeys;
    private final SeedPlaybooks playbooks;
    private final SeedLinks links;

    SampleEngagement(
            SeedAudience audience,
            SeedJourneys journeys,
            SeedPlaybooks playbooks,
            SeedLinks links) {
        this.audience = audience;
        this.journeys = journeys;
        this.playbooks = playbooks;
        this.links = links;
    }

    void seed() {
        audience.readyMade();
        journeys.seed();
        playbooks.launch();
        links.seed();
    }
}
