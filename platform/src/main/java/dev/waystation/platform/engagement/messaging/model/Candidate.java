package dev.waystation.platform.engagement.messaging.model;

import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.members.membership.Consent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All the send gate looks at.
 *
 * @param sentLately messages of the last seven days that count towards the cap
 */
public record Candidate(
        boolean memberIsKnown,
        @Nullable Template template,
        Map<String, String> values,
        String purpose,
        Consent consent,
        boolean hasAddress,
        int sentLately) {}
