package dev.waystation.platform.engagement.links;

/** Makes a few links for the sample world; does nothing where one stands already. */
public interface SeedLinks {

    void seed();
}
