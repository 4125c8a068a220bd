package dev.waystation.ledger;

/**
 * Which lot an entry touched, and by how much: positive when value left the lot for good or was
 * frozen, negative when it came back.
 */
public record Allocation(long lot, LotKey key, long amount) {}
