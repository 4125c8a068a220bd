package dev.waystation.platform.foundation.edge;

import org.jspecify.annotations.Nullable;

/** Entity tags of things that people change: read the tag, send it back as {@code If-Match}. */
public final class Versions {

    private Versions() {}

    /** The value of the {@code ETag} header. */
    public static String tag(long version) {
        return "\"v" + version + '"';
    }

    /** Refuses a change that was made on another version than the present one. */
    public static void require(@Nullable String ifMatch, long present) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw EdgeRefusal.VERSION_REQUIRED.problem();
        }
        if (ifMatch.strip().equals("*")) {
            return;
        }
        for (String tag : ifMatch.split(",")) {
            if (tag.strip().equals(tag(present))) {
                return;
            }
        }
        throw changedMeanwhile();
    }

    /** For a change that lost against another one after the tag was checked. */
    public static RefusalProblem changedMeanwhile() {
        return EdgeRefusal.CHANGED_MEANWHILE.problem();
    }
}
