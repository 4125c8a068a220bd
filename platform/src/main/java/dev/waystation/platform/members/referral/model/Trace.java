package dev.waystation.platform.members.referral.model;

import org.jspecify.annotations.Nullable;

/** What a browser showed of itself, as keyed digests; null for what it did not show. */
public record Trace(@Nullable String device, @Nullable String network, @Nullable String place) {

    public static final Trace NONE = new Trace(null, null, null);
}
