package dev.waystation.platform.members.passes.model;

import dev.waystation.platform.foundation.edge.Said;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a pass rests.
 *
 * @param closure the closure behind it, null when one person's pass rests
 * @param addedDays by how many days the end moved
 */
public record Pause(UUID reference, @Nullable Long closure, Span days, int addedDays, Said cause) {}
