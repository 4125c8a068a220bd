package dev.waystation.platform.members.loyalty;

import java.util.Map;

/**
 * What another module knows of a member that earning rules may look at, such as the segments.
 * Modules above contribute a bean; loyalty asks without knowing them.
 */
public interface EarnerTraits {

    /** Values by attribute name, for example {@code segments}. */
    Map<String, Object> of(long memberId);
}
