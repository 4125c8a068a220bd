package dev.waystation.platform.members.partners.model;

/** How many conversions of a partner came in, went out, and wait for a member. */
public record ConversionCounts(long in, long out, long suspense) {}
