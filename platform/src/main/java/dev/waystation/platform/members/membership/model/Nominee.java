package dev.waystation.platform.members.membership.model;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A traveller for whom a member may redeem from a day on, until removed. */
public record Nominee(
        long travellerId, Instant nominatedAt, LocalDate activeOn, @Nullable Instant removedAt) {}
