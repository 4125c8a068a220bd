package dev.waystation.platform.engagement.audience.model;

import java.util.Set;

/**
 * What moved a member: the name of a fact he is in, or one of the words for everything else.
 *
 * <p>An edit, a first publication, a backfill or a merge changes who is in without anything having
 * happened to the member; whoever acts on changes can tell them apart by {@link #kind}.
 */
public final class Cause {

    public static final String TIME = "time";
    public static final String PUBLISHED = "published";
    public static final String EDIT = "edit";
    public static final String MANUAL = "manual";
    public static final String BACKFILL = "backfill";
    public static final String MERGE = "merge";

    private static final Set<String> WORDS = Set.of(TIME, PUBLISHED, EDIT, MANUAL, BACKFILL, MERGE);

    private Cause() {}

    /** The sort of cause: one of the words, or {@code event} for the name of a fact. */
    public static String kind(String cause) {
        return WORDS.contains(cause) ? cause : "event";
    }
}
