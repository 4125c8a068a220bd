package dev.waystation.platform.members.membership;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;

/** The door to where members are by the clock. */
public interface MemberZones {

    /** The zones of those who gave one; all others live by the venue's clock. */
    Map<Long, ZoneId> of(Collection<Long> memberIds);
}
