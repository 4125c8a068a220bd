package dev.waystation.platform.engagement.audience;

import dev.waystation.platform.foundation.edge.Explanation;

/**
 * A tag to be set or taken away by hand, not by its rule.
 *
 * @param by who does it: {@code staff:12}, {@code journey/first-trip}
 * @param why shown on the member's page
 */
public record TagChange(long memberId, String tag, boolean adds, String by, Explanation why) {

    /** The same change of another member. */
    public TagChange of(long other) {
        return new TagChange(other, tag, adds, by, why);
    }
}
