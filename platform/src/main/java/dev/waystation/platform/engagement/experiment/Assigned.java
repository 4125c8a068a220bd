package dev.waystation.platform.engagement.experiment;

import dev.waystation.platform.foundation.edge.Said;

/**
 * An arm and why.
 *
 * @param arm its key; that of the control for everybody who does not take part
 * @param reason code of what decided
 */
public record Assigned(String arm, boolean takesPart, String reason, Said sentence) {}
