package dev.waystation.platform.members.wallet.model;

import dev.waystation.amounts.Share;

/**
 * Within what members may send points to one another.
 *
 * @param feePermille fee the sender pays on top, in thousandths, rounded half up
 * @param familyOnly only to people of the sender's family whose waiting time is over
 */
public record TransferRule(
        long least, long mostAYear, int coolingDays, int feePermille, boolean familyOnly) {

    public long fee(long amount) {
        return new Share(feePermille, 1_000).of(amount);
    }
}
