package dev.waystation.platform.members.wallet.model;

import dev.waystation.ledger.Outlay;

/** A spend with what it took from which lots. */
public record SpentEntry(long entryNo, Outlay outlay) {}
