package dev.waystation.platform.engagement.journey.model;

import dev.waystation.journey.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One member's passage through one version of a journey.
 *
 * @param context values of the fact that let him in, for the texts he will get
 * @param stepCount lines of trace written so far
 */
public record Enrolment(
        long memberId,
        long enrolmentId,
        long journeyId,
        int version,
        Map<String, String> context,
        int stepCount,
        Standing standing) {

    public Enrolment {
        context = Map.copyOf(context);
    }

    /** The same enrolment with values that came later about the same thing. */
    public Enrolment knowing(Map<String, String> values) {
        return new Enrolment(
                memberId, enrolmentId, journeyId, version, values, stepCount, standing);
    }

    /** The same enrolment, standing otherwise. */
    public Enrolment standingAt(Standing now) {
        return new Enrolment(memberId, enrolmentId, journeyId, version, context, stepCount, now);
    }

    /** The same enrolment, not looked at again before then. */
    public Enrolment asleepUntil(Instant then) {
        return standingAt(standing.wakingAt(then));
    }

    /** Names the effect of a node for good: a node is passed once per enrolment. */
    public UUID effectReference(String node) {
        return effectReference(enrolmentId, node);
    }

    /** The same, by number. */
    public static UUID effectReference(long enrolmentId, String node) {
        String name = "journey/" + enrolmentId + "/" + node;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
