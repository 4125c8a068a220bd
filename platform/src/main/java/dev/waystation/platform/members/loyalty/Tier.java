package dev.waystation.platform.members.loyalty;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;

/**
 * A tier of a club.
 *
 * @param rank 0 for the tier everybody starts in
 */
public record Tier(String code, int rank, Said name, List<Said> benefits) {

    public Tier {
        benefits = List.copyOf(benefits);
    }
}
