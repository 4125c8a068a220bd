package dev.waystation.ledger;

/** One leg of an entry; the amounts of an entry's postings sum to zero. */
public record Posting(Place place, long amount) {}
