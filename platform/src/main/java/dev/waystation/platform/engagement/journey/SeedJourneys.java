package dev.waystation.platform.engagement.journey;

/** Publishes the journeys of the sample world with their texts; what is there already stays. */
public interface SeedJourneys {

    void seed();
}
