package dev.waystation.platform.selling.booking.model;

import org.jspecify.annotations.Nullable;

/** Which orders a list shows; null means all. */
public record OrderFilter(@Nullable Long memberId, @Nullable String status) {}
