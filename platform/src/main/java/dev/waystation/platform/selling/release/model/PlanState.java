package dev.waystation.platform.selling.release.model;

/** A draft becomes published once; the next version retires it. */
public enum PlanState {
    DRAFT,
    PUBLISHED,
    RETIRED
}
