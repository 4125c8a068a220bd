package dev.waystation.platform.members.wallet.model;

/** One member's account in one currency. */
public record AccountKey(long memberId, String currency) {}
