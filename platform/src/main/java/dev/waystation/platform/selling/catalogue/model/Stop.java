package dev.waystation.platform.selling.catalogue.model;

/**
 * A call of a train as read.
 *
 * @param sequence the number in the source; it ascends but may have gaps
 * @param arrives minutes after midnight of the service date; 1,440 and more is a later day
 * @param kilometre distance from the first call
 */
public record Stop(
        int sequence,
        String stationCode,
        int arrives,
        int departs,
        int kilometre,
        boolean forSale) {}
