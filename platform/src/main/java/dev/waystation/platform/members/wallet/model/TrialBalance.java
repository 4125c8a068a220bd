package dev.waystation.platform.members.wallet.model;

/** What the postings of one currency to one place sum to; over all places that is zero. */
public record TrialBalance(String currency, String place, long total) {}
