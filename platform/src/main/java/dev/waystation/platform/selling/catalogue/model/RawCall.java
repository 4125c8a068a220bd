package dev.waystation.platform.selling.catalogue.model;

/**
 * A call as its row says it, before the train as a whole is looked at.
 *
 * @param arrives minutes after midnight, -1 when the cell is empty
 * @param kilometre -1 when not given
 */
record RawCall(
        Row row,
        int sequence,
        String stationCode,
        int arrives,
        int departs,
        int kilometre,
        boolean forSale) {}
