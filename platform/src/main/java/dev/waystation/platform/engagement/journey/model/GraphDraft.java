package dev.waystation.platform.engagement.journey.model;

import dev.waystation.condition.Condition;
import dev.waystation.condition.ConditionReader;
import dev.waystation.platform.foundation.edge.Malformed;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A journey as the canvas has it, finished or not.
 *
 * @param goalFact ends it with the goal reached, wherever the member is
 * @param exitFacts end it without
 * @param exitWhen a condition: of whom it holds before a message, leaves instead of getting it
 * @param goalWindow how long after the end the goal still counts, and how long after a message it
 *     is put down to that message; absent: not after the end, and to the last message
 */
public record GraphDraft(
        List<NodeDraft> nodes,
        List<EdgeDraft> edges,
        @Nullable String goalFact,
        @Nullable List<String> exitFacts,
        @Nullable Map<String, Object> exitWhen,
        @Nullable String goalWindow) {

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

    /** A drawing whose goal counts inside only. */
    public GraphDraft(
            List<NodeDraft> nodes,
            List<EdgeDraft> edges,
            @Nullable String goalFact,
            @Nullable List<String> exitFacts) {
        this(nodes, edges, goalFact, exitFacts, null, null);
    }

    /** How long a goal is this journey's after it ended; zero: not at all. */
    public Duration window() {
        if (goalWindow == null || goalWindow.isBlank()) {
            return Duration.ZERO;
        }
        try {
            return Duration.parse(goalWindow);
        } catch (DateTimeException malformed) {
            throw new Malformed("graph.goalWindow", goalWindow, "give a length such as P7D");
        }
    }

    @Nullable Condition leavesWhen() {
        if (exitWhen == null || exitWhen.isEmpty()) {
            return null;
        }
        ConditionReader.Reading reading = ConditionReader.read(exitWhen);
        Malformed.require(
                reading.problems().isEmpty(),
                "graph.exitWhen",
                exitWhen,
                "write a condition on the member");
        return reading.condition();
    }

    Set<String> leavesOn() {
        List<String> facts = exitFacts;
        return facts == null ? Set.of() : Set.copyOf(facts);
    }

    /** Where a way out leads that need not be drawn. */
    @Nullable String drawn(String from, String port) {
        String to = target(from, port);
        return to.isEmpty() ? null : to;
    }

    String target(String from, String port) {
        return edges.stream()
                .filter(edge -> edge.from().equals(from) && edge.port().equals(port))
                .map(EdgeDraft::to)
                .findFirst()
                .orElse("");
    }
}
