package dev.waystation.platform.members.wallet.model;

import java.time.LocalDate;
import java.util.List;

/**
 * Stored value over one day, in minor units: opening + in - out = closing, of each kind.
 *
 * @param custodyNeeded what the law wants in the custody account for this principal
 * @param dormant accounts with value that nobody has touched for a year
 */
public record FlowSheet(
        LocalDate day,
        List<Line> lines,
        long outstanding,
        long custodyNeeded,
        long custodyHeld,
        boolean custodyShort,
        long dormant,
        long dormantMinor) {

    /** Principal or gift over the day. */
    public record Line(
            String currency,
            long opening,
            long toppedUp,
            long spent,
            long returned,
            long refunded,
            long other,
            long closing) {}

    public FlowSheet {
        lines = List.copyOf(lines);
    }
}
