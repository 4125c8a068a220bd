package dev.waystation.platform.engagement.outreach.model;

import org.jspecify.annotations.Nullable;

/**
 * One of our tags and the same tag there.
 *
 * @param corpTag null until WeCom has made it
 * @param nameTold the name we told WeCom last
 * @param theirs what it is called there; null when it is not there any more
 */
public record TagMatch(
        String account,
        String tag,
        @Nullable String corpTag,
        String nameTold,
        @Nullable String problem,
        @Nullable String theirs,
        @Nullable String group,
        long customers,
        long waiting) {}
