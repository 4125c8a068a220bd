package dev.waystation.platform.engagement.journey;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Optional;

/** The door of journeys for modules that show or find them. */
public interface Journeys {

    /** What a list says about one journey. */
    record Card(long journeyId, String code, Said name, String state, int version) {}

    Optional<Card> card(long journeyId);

    /** The journey with that name for programs. */
    Optional<Card> coded(String code);

    List<Card> cards();
}
