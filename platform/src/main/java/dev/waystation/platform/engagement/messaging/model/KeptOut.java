package dev.waystation.platform.engagement.messaging.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One address nothing is sent to.
 *
 * @param since null where that was not kept
 */
public record KeptOut(
        long memberId, String channel, String reason, @Nullable Instant since, String by) {}
