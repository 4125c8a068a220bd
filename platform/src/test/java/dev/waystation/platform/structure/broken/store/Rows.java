package dev.waystation.platform.structure.broken.store;

/** Fixture: a store. */
public interface Rows {

    int count();
}
