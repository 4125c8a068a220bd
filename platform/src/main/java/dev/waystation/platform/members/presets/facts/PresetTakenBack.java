package dev.waystation.platform.members.presets.facts;

import dev.waystation.platform.foundation.facts.Fact;
import java.time.Instant;
import java.util.List;

/**
 * The rules from before an adoption are in force again.
 *
 * @param parts codes of the subjects that went back
 */
public record PresetTakenBack(
        long adoptionId, String preset, List<String> parts, String by, Instant occurredAt)
        implements Fact {

    @Override
    public long subject() {
        return adoptionId;
    }
}
