package dev.waystation.platform.members.accounts;

/**
 * An account as an employee sees it when paying.
 *
 * @param leftMinor what may still be booked now: the smaller of the month's limit and the credit
 */
public record AccountOffer(long accountId, String name, long leftMinor) {}
