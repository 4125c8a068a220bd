package dev.waystation.platform.members.games.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A spin.
 *
 * @param rolled the prize the roll points at
 * @param given the prize that was given; another where the first had run out
 */
public record Spin(
        long sequence,
        long memberId,
        UUID reference,
        long roll,
        int rolled,
        int given,
        Instant at) {}
