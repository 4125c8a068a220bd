package dev.waystation.platform.members.wallet.model;

import java.time.Instant;
import java.util.UUID;

/**
 * One top-up and what is left of it.
 *
 * @param reference of the credit of its principal
 */
public record TopUp(
        long number,
        UUID reference,
        long principal,
        long gift,
        Instant at,
        long principalLeft,
        long giftLeft) {

    public long used() {
        return principal + gift - principalLeft - giftLeft;
    }
}
