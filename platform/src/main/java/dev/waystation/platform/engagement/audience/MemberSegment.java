package dev.waystation.platform.engagement.audience;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;

/**
 * One segment a member is in.
 *
 * @param id as the world sees it, {@code seg_…}
 */
public record MemberSegment(String id, Said name, Instant since, Explanation why) {}
