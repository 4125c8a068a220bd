package dev.waystation.platform.selling.catalogue;

/** One train on one date. Stable: importing a timetable again never changes it. */
public record RunId(long value) {}
