package dev.waystation.platform.engagement.events.model;

import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;

/** A version of an event's schema. */
public record EventSchema(
        String name, int version, Said title, String schema, boolean live, Instant publishedAt) {}
