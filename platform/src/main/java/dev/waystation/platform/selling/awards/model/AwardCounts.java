package dev.waystation.platform.selling.awards.model;

/** What became of the seats of one run's waves. */
public record AwardCounts(int aside, int taken, int returned) {

    public static final AwardCounts NONE = new AwardCounts(0, 0, 0);

    public int all() {
        return aside + taken + returned;
    }
}
