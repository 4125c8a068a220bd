package dev.waystation.ledger;

import java.util.UUID;

/**
 * An earn that waits for a time or an action. Its validity starts when it comes true.
 *
 * @param amount what is still promised; 0 once settled
 */
public record Promise(UUID id, long amount) {

    /** Whether it came true or was cancelled as a whole. */
    public boolean settled() {
        return amount == 0;
    }
}
