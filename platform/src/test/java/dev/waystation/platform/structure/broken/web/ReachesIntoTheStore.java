package dev.waystation.platform.structure.broken.web;

import dev.waystation.platform.structure.broken.store.Rows;

/** Fixture: a controller that goes past the use case. */
public class ReachesIntoTheStore {

    public int count(Rows rows) {
        return rows.count();
    }
}
