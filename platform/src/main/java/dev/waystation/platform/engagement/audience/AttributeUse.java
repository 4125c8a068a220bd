package dev.waystation.platform.engagement.audience;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;

/**
 * Where a name of the condition language is asked for. Modules above contribute a bean, so that
 * nobody takes a field or a trait away from under them.
 */
public interface AttributeUse {

    /**
     * One place.
     *
     * @param kind segment, tag, journey and so on
     * @param id how addresses name it
     */
    record Place(String kind, String id, Said name) {}

    /** Every place that asks for it. */
    List<Place> of(String attribute);
}
