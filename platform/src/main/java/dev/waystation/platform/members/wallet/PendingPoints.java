package dev.waystation.platform.members.wallet;

import java.util.List;

/** Earns that wait, found by the order they belong to. */
public interface PendingPoints {

    /** Everything promised for an order comes true: boarded, scanned, return window over. */
    List<PostOutcome> activate(String order);

    /** Nothing promised for an order comes true. */
    List<PostOutcome> cancel(String order);
}
