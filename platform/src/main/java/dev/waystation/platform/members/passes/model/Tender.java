package dev.waystation.platform.members.passes.model;

import java.util.UUID;

/**
 * A part of what was paid for a pass.
 *
 * @param amount points or minor units
 * @param minor what it counts for
 */
public record Tender(int nth, UUID orderRef, Kind kind, long amount, long minor) {

    public enum Kind {
        CASH,
        POINTS
    }
}
