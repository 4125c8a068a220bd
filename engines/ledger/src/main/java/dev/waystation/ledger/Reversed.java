package dev.waystation.ledger;

import java.util.List;

/**
 * What a reversal did, so that it can be undone without drift.
 *
 * @param into the lot of the earn, for debt that was repaid since
 * @param taken which lots it took from
 * @param owed what it added to the debt
 */
public record Reversed(LotKey into, List<Allocation> taken, long owed) {

    public Reversed {
        taken = List.copyOf(taken);
    }
}
