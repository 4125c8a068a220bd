package dev.waystation.platform.engagement.audience;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;

/** One tag of one member. */
public record MemberTag(String code, Said name, Instant addedAt, Explanation why) {}
