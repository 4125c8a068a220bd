package dev.waystation.platform.demo;

import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.platform.engagement.journey.SeedJourneys;
import org.springframework.stereotype.Component;

/** Tags, segments and journeys that stand ready. */
@Component
class SampleEngagement {

    private final SeedAudience audience;
    private final SeedJourneys journeys;

    SampleEngagement(SeedAudience audience, SeedJourneys journeys) {
        this.audience = audience;
        this.journeys = journeys;
    }

    void seed() {
        audience.readyMade();
        journeys.seed();
    }
}
