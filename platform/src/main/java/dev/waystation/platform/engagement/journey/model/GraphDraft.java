package dev.waystation.platform.engagement.journey.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A journey as the canvas has it, finished or not.
 *
 * @param goalFact ends it with the goal reached, wherever the member is
 * @param exitFacts end it without
 */
public record GraphDraft(
        List<NodeDraft> nodes,
        List<EdgeDraft> edges,
        @Nullable String goalFact,
        @Nullable List<String> exitFacts) {

    private static final int LARGEST = 200;

    public GraphDraft {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        exitFacts = exitFacts == null ? List.of() : List.copyOf(exitFacts);
        Malformed.require(
                nodes.size() <= LARGEST, "graph.nodes", nodes.size(), "draw at most 200 nodes");
    }

    /** A drawing without exits by fact. */
    public GraphDraft(List<NodeDraft> nodes, List<EdgeDraft> edges, @Nullable String goalFact) {
        this(nodes, edges, goalFact, List.of());
    }

    Set<String> leavesOn() {
        List<String> facts = exitFacts;
        return facts == null ? Set.of() : Set.copyOf(facts);
    }

    String target(String from, String port) {
        return edges.stream()
                .filter(edge -> edge.from().equals(from) && edge.port().equals(port))
                .map(EdgeDraft::to)
                .findFirst()
                .orElse("");
    }
}
