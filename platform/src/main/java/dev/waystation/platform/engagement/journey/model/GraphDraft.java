package dev.waystation.platform.engagement.journey.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journey as the canvas has it, finished or not. */
public record GraphDraft(List<NodeDraft> nodes, List<EdgeDraft> edges, @Nullable String goalFact) {

    private static final int LARGEST = 200;

    public GraphDraft {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        Malformed.require(
                nodes.size() <= LARGEST, "graph.nodes", nodes.size(), "draw at most 200 nodes");
    }

    String target(String from, String port) {
        return edges.stream()
                .filter(edge -> edge.from().equals(from) && edge.port().equals(port))
                .map(EdgeDraft::to)
                .findFirst()
                .orElse("");
    }
}
