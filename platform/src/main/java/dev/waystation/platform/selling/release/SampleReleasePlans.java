package dev.waystation.platform.selling.release;

/** Publishes the release plans of a demo world. */
public interface SampleReleasePlans {

    /** How many plans were published; trains that have a plan are left alone. */
    int publish();
}
