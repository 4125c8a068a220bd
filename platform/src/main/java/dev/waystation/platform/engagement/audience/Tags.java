package dev.waystation.platform.engagement.audience;

import dev.waystation.platform.foundation.edge.Said;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The door to tags. */
public interface Tags {

    /** The tags a member carries, with since when and why. */
    List<MemberTag> ofMember(long memberId);

    /** What people call these tags, by code; without those that do not exist. */
    Map<String, Said> names(Collection<String> codes);

    /** Whether people and journeys may set it; a tag with a rule follows its rule alone. */
    boolean isSetByHand(String code);

    /** Whether it is set by hand and may carry this value; null for a tag that carries none. */
    boolean takes(String code, @Nullable String value);

    /** Members who carry it, after a number, in the order of numbers. */
    List<Long> carriers(String code, long after, int limit);

    /** Tags that are just there, with no value, by code. */
    Map<String, Said> flags();

    /**
     * Sets and takes away tags in the transaction of the caller, then looks again at the members'
     * segments. A change that finds the tag as it should be does nothing.
     */
    void change(List<TagChange> changes);
}
