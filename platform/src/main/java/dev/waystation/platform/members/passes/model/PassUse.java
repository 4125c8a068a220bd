package dev.waystation.platform.members.passes.model;

import java.time.Instant;
import java.util.UUID;

/** A turn at a gate; the device made the reference, so that telling twice is one use. */
public record PassUse(UUID reference, String site, int nth, Instant usedAt) {}
