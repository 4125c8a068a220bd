package dev.waystation.platform.engagement.journey.model;

import dev.waystation.platform.foundation.edge.Said;
import org.jspecify.annotations.Nullable;

/**
 * An arrow of the canvas.
 *
 * @param port the way out it belongs to: next, otherwise, fact, timeout, or the key of an arm
 */
public record EdgeDraft(String from, String to, String port, @Nullable Said label) {}
