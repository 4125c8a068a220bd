package dev.waystation.platform.selling.inventory.usecase;

import org.springframework.stereotype.Service;

/** Frees the seats of holds whose deadline has passed. */
@Service
public class ExpireHolds {

    private static final int AT_ONCE = 1000;

    private final LaneSeatHolds holds;

    ExpireHolds(LaneSeatHolds holds) {
        this.holds = holds;
    }

    public void handle() {
        int looked = AT_ONCE;
        while (looked == AT_ONCE) {
            looked = holds.expireOverdue(AT_ONCE);
        }
    }
}
