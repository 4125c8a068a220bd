package dev.waystation.platform.engagement.events.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.operators.venues.Venue;
import dev.waystation.platform.operators.venues.VenueBook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what senders say of places against the venues there are. */
@Component
class Places {

    private final VenueBook venues;

    Places(VenueBook venues) {
        this.venues = venues;
    }

    /** Refuses a venue nobody listed, and a zone that its venue does not list. */
    void require(String prefix, @Nullable String venue, @Nullable String zone) {
        if (venue == null) {
            return;
        }
        Venue known = venues.find(venue).orElse(null);
        if (known == null) {
            throw new Malformed(
                    prefix + "venue",
                    venue,
                    "use the code of a venue; the console lists them and adds new ones");
        }
        Malformed.require(
                zone == null || known.has(zone),
                prefix + "zone",
                zone,
                "use the code of a zone that the venue lists");
    }
}
