package dev.waystation.platform.members.benefits.model;

import org.jspecify.annotations.Nullable;

/** One thing in a pack: a benefit, or a coupon of a campaign. */
public record PackItem(
        int line,
        @Nullable String benefit,
        int quota,
        Period period,
        int validDays,
        @Nullable Long campaignId) {}
