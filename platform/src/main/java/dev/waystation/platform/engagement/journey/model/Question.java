package dev.waystation.platform.engagement.journey.model;

import java.time.Instant;
import java.util.UUID;

/**
 * What a step asks another system about a member.
 *
 * @param reference made of enrolment and node; the receiver knows by it a question that comes again
 * @param attempts how often it was asked so far
 */
public record Question(
        UUID reference,
        long memberId,
        long enrolmentId,
        long journeyId,
        int version,
        String node,
        long address,
        String payload,
        Instant until,
        int attempts) {}
