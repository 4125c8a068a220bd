package dev.waystation.platform.members.accounts;

import java.util.UUID;

/**
 * An order to be booked on account.
 *
 * @param order its public id; statements lead to it
 */
public record AccountCharge(
        UUID reference, long accountId, long memberId, String order, long minor) {}
