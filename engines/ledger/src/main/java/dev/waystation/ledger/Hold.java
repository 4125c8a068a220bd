package dev.waystation.ledger;

import java.util.List;
import java.util.UUID;

/**
 * Value promised to a purpose: frozen in its lots, so no other hold can promise the same points.
 *
 * @param frozen what was frozen in which lot, in the order of consumption; empty once closed
 */
public record Hold(UUID id, HoldState state, List<Allocation> frozen) {

    public Hold {
        frozen = List.copyOf(frozen);
    }

    /** What the hold promises. */
    public long amount() {
        return frozen.stream().mapToLong(Allocation::amount).sum();
    }
}
