package dev.waystation.platform.engagement.outreach;

/** Tasks of the sample world. */
public interface SeedOutreach {

    /** Reads who knows whom, and asks staff for one task of each kind. */
    void seed();
}
