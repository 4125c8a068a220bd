package dev.waystation.platform.lane;

/** Halts the process, without any clean-up, the n-th time a place is reached. */
final class FaultPoint {

    /** Where a process can die. */
    enum Place {
        DECIDED,
        WRITTEN,
        COMMITTED,
        NOWHERE
    }

    private final Place place;
    private int visitsLeft;

    FaultPoint(Place place, int visits) {
        this.place = place;
        this.visitsLeft = visits;
    }

    void reach(Place here) {
        if (here == place && --visitsLeft <= 0) {
            Runtime.getRuntime().halt(137);
        }
    }
}
