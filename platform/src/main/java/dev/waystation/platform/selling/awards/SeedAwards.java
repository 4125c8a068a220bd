package dev.waystation.platform.selling.awards;

/** Offers award seats in a demo world. */
public interface SeedAwards {

    /** How many offers were made; trips that have one are left alone. */
    int seed();
}
