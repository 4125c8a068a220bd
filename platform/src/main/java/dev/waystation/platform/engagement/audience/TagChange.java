package dev.waystation.platform.engagement.audience;

import dev.waystation.platform.foundation.edge.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * A tag to be set or taken away by hand, not by its rule.
 *
 * @param value what it is to carry, as written: a word of its list, a number, a day
 * @param by who does it: {@code staff:12}, {@code journey/first-trip}
 * @param why shown on the member's page
 */
public record TagChange(
        long memberId,
        String tag,
        boolean adds,
        @Nullable String value,
        String by,
        Explanation why) {

    /** A change of a tag that carries no value. */
    public TagChange(long memberId, String tag, boolean adds, String by, Explanation why) {
        this(memberId, tag, adds, null, by, why);
    }

    /** The same change of another member. */
    public TagChange of(long other) {
        return new TagChange(other, tag, adds, value, by, why);
    }
}
