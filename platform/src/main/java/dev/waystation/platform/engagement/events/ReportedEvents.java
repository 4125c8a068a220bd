package dev.waystation.platform.engagement.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The door for events that modules of our own report: sales, gates, rows of files. */
public interface ReportedEvents {

    /** The sources that nobody has a key for. */
    enum Own {
        TICKETING("own.ticketing"),
        GATE("own.gate"),
        FILES("own.files");

        private final String source;

        Own(String source) {
            this.source = source;
        }

        public String source() {
            return source;
        }
    }

    /**
     * An event.
     *
     * @param id of the reporter's own; the same id on the same day is the same event for ever
     * @param userId whom it is about, as senders name people
     */
    record Reported(
            String id,
            String name,
            String userId,
            Instant at,
            @Nullable String venue,
            @Nullable String zone,
            Map<String, Object> properties) {}

    /**
     * Makes events durable, those known already have no effect; answers how many are new. Commits
     * by itself, so it may be done again after whatever the caller does fails.
     */
    int report(Own source, List<Reported> events);
}
