package dev.waystation.platform.members.wallet;

import java.time.LocalDate;

/**
 * Points of one kind on their way from one member to another.
 *
 * @param lastDay last day on which they can be used
 * @param funding who pays for them
 * @param source what they were given for
 */
public record Parcel(LocalDate lastDay, String funding, String source, long amount) {}
