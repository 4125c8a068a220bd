package dev.waystation.platform.engagement.webhooks.model;

import java.time.Instant;
import java.util.List;

/** Where to tell of what. */
public record Endpoint(long id, String url, List<String> types, String state, Instant createdAt) {
    public Endpoint {
        types = List.copyOf(types);
    }
}
