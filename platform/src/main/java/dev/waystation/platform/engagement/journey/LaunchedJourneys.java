package dev.waystation.platform.engagement.journey;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Map;

/** The door for modules that draw and publish journeys of their own. */
public interface LaunchedJourneys {

    /** What became of a launch. */
    sealed interface Outcome {

        /** Members enter from now on. */
        record Launched(long journeyId) implements Outcome {}

        /** What is wrong with the drawing: code, node and value of each problem. */
        record Refused(List<String> problems) implements Outcome {}
    }

    /**
     * Publishes a journey in the transaction of the caller.
     *
     * @param content trigger, re-entry rule and graph, as the interface takes them
     */
    Outcome launch(String code, Said name, Map<String, Object> content, String by);

    /**
     * Lets members in who did nothing for it, under the re-entry rule of the journey; those whom it
     * keeps out are left out.
     *
     * @param by names what lets them in, such as a list; under it each enters once
     * @return how many entered
     */
    int enter(long journeyId, List<Long> members, String by);

    /**
     * Ends it in the transaction of the caller: nobody enters and nobody moves any more, and it
     * can't be resumed. A job takes those inside out, and back what was queued for them but not
     * sent.
     */
    void stop(long journeyId, String by);

    /** How many came to each node. */
    Map<String, Long> cameTo(long journeyId);
}
