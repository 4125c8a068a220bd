package dev.waystation.platform.story;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A way on one train as the search shows it. */
record Trip(String runId, int fromCall, int toCall, JsonNode shown) {

    static Trip of(JsonNode item) {
        return new Trip(
                item.path("runId").asString(),
                item.path("fromCall").asInt(),
                item.path("toCall").asInt(),
                item);
    }

    /** How many of a class can be bought. */
    int left(String seatClass) {
        for (JsonNode offer : shown.path("classes")) {
            if (offer.path("seatClass").asString().equals(seatClass)) {
                return offer.path("count").asInt();
            }
        }
        throw new AssertionError(seatClass + " is not offered: " + shown);
    }

    String station() {
        return shown.path("from").path("station").asString();
    }

    Instant departs() {
        return Instant.parse(shown.path("from").path("time").asString());
    }

    Instant arrives() {
        return Instant.parse(shown.path("to").path("time").asString());
    }
}
