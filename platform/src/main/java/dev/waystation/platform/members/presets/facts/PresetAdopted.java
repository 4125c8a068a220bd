package dev.waystation.platform.members.presets.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.List;

/**
 * A ready-made programme was put in force.
 *
 * @param parts codes of the subjects whose rules changed
 */
public record PresetAdopted(
        long adoptionId, String preset, List<String> parts, String by, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return adoptionId;
    }
}
