package dev.waystation.platform.engagement.journey.model;

import dev.waystation.journey.Graph;
import dev.waystation.platform.foundation.edge.Malformed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a version fixes: who enters, how often, and the way through.
 *
 * @param priority from 1 to 100: what wins under the caps across journeys; without one the journey
 *     neither counts nor is held back
 */
public record Content(
        Trigger trigger, ReEntry reEntry, GraphDraft graph, @Nullable Integer priority) {

    /** A journey outside the caps across journeys. */
    public Content(Trigger trigger, ReEntry reEntry, GraphDraft graph) {
        this(trigger, reEntry, graph, null);
    }

    public Content {
        Malformed.require(
                priority == null || (priority >= 1 && priority <= 100),
                "priority",
                priority,
                "give 1 to 100, or none for a journey outside the caps");
    }

    /** What steps take from other systems' answers, for texts and branches behind them. */
    public List<Taken> taken() {
        return Taken.of(graph);
    }

    /** The graph to walk; every version of one journey splits its members alike. */
    public Graph graphOf(String code) {
        return GraphReader.read(graph, code);
    }
}
