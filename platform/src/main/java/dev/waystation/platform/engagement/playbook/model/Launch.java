package dev.waystation.platform.engagement.playbook.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A playbook at work.
 *
 * @param segmentId whose members enter; null where a fact lets them in
 * @param trialKey the experiment beside it; null where everybody gets the offer
 * @param stoppedAt null while it runs
 */
public record Launch(
        long launchId,
        String playbook,
        Map<String, Object> values,
        @Nullable Long segmentId,
        long journeyId,
        @Nullable String trialKey,
        String by,
        Instant launchedAt,
        @Nullable Instant stoppedAt) {}
