package dev.waystation.platform.engagement.links.model;

import java.time.LocalDate;

/** What became of a link. */
public final class Clicks {

    private Clicks() {}

    /** Of one link: people's clicks, how many members they were, and machines' clicks. */
    public record Count(long people, long members, long machines) {
        public static final Count NONE = new Count(0, 0, 0);
    }

    /** Clicks of people on one local day. */
    public record Day(LocalDate day, long people) {}
}
