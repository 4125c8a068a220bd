package dev.waystation.ledger;

/**
 * A lot as it stands after an entry.
 *
 * @param number dense within the account
 * @param original everything ever credited into it
 * @param free what can be spent
 * @param held what open holds have frozen
 */
public record Lot(long number, LotKey key, long original, long free, long held) {}
