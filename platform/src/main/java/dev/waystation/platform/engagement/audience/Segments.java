package dev.waystation.platform.engagement.audience;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door to live segments. Only published segments have members. */
public interface Segments {

    /** Whether the member is in the segment now. */
    boolean contains(long segmentId, long memberId);

    /** Every leaf of the segment's condition as it stands for the member now. */
    Explanation explain(long segmentId, long memberId);

    /** How many members are in the segment now. */
    long count(long segmentId);

    /** Members of a published segment after a number, in the order of numbers. */
    List<Long> members(long segmentId, long after, int limit);

    /** The segments a member is in, with since when and why. */
    List<MemberSegment> ofMember(long memberId);

    /** What people call it. */
    Optional<Said> name(long segmentId);

    /** What people call these segments; without those that do not exist. */
    Map<Long, Said> names(Collection<Long> segmentIds);

    /** Segments whose name contains the text, drafts too, newest first. */
    List<Named> find(String text, int limit);

    /** A segment by number and name. */
    record Named(long segmentId, Said name, boolean published) {}

    /** A channel, and the medium under whose name members said yes or no to it. */
    record Way(String channel, String medium) {}

    /** How many of a segment marketing that way reaches, and what keeps the others. */
    Reach reach(long segmentId, Way way);

    /** The numbers behind a funnel; those reached are the rest. */
    record Reach(long matched, long noConsent, long optedOut, long noAddress) {}

    /** What keeps marketing from a member; the first that does. */
    enum Barrier {
        NO_CONSENT,
        OPTED_OUT,
        NO_ADDRESS,
        NONE
    }

    /** Members of a segment whom this keeps, after a number, in the order of numbers. */
    List<Long> behind(Barrier barrier, long segmentId, Way way, long after, int limit);

    /** The published segment of that Chinese name. */
    Optional<Long> named(String nameZh);
}
