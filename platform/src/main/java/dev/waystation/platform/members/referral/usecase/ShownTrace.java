package dev.waystation.platform.members.referral.usecase;

import org.jspecify.annotations.Nullable;

/**
 * What a browser shows: a number of its own, its address, and where it is, if the person allowed
 * that. Only keyed digests of it are kept.
 */
public record ShownTrace(
        @Nullable String device,
        @Nullable String address,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    public static final ShownTrace NOTHING = new ShownTrace(null, null, null, null);

    @Override
    public String toString() {
        return "ShownTrace";
    }
}
