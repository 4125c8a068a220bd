package dev.waystation.platform.selling.catalogue.model;

/**
 * A ride of a park.
 *
 * @param thrill 1 gentle to 5 wild
 */
public record Ride(
        String code,
        String nameZh,
        String nameEn,
        String zoneZh,
        String zoneEn,
        int capacityPerHour,
        int minimumCentimetres,
        int thrill) {}
