package dev.waystation.platform.engagement.channels;

/** Connects the sandbox company for the sample world. */
public interface SeedWecom {

    /** Its staff knows some of the members from now on; does nothing where it is connected. */
    void connect();
}
