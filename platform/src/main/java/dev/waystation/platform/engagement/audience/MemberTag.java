package dev.waystation.platform.engagement.audience;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One tag of one member.
 *
 * @param impliedBy the tag of the same member that asks for more of the same, such as 1,000 points
 *     beside 500; null where none does
 * @param value the word, number or day it carries; null where it is just there
 */
public record MemberTag(
        String code,
        Said name,
        Instant addedAt,
        Explanation why,
        @Nullable String impliedBy,
        @Nullable Said value) {}
