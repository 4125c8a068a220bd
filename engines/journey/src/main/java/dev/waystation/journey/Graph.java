package dev.waystation.journey;

import dev.waystation.condition.Condition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A journey as drawn: its nodes, the salt of its splits, and the fact that fulfils its purpose, if
 * one does. A member for whom that fact occurs leaves with the goal reached, wherever he stands;
 * one for whom an exit fact occurs leaves without.
 *
 * @param exitWhen of whom this holds when a message would be offered, he leaves instead
 * @param late by node, what becomes of a message, tag or gift that is overdue
 */
public record Graph(
        String salt,
        List<Node> nodes,
        @Nullable String goalFact,
        Set<String> exitFacts,
        @Nullable Condition exitWhen,
        Map<String, Lateness> late) {

    /**
     * What becomes of a step found overdue, as after an outage or a pause: done all the same while
     * not later than {@code most}, and after that left out or the end of the journey.
     */
    public record Lateness(Duration most, boolean leaves) {}

    public Graph {
        nodes = List.copyOf(nodes);
        exitFacts = Set.copyOf(exitFacts);
        late = Map.copyOf(late);
    }

    /** A graph whose steps are done however late. */
    public Graph(String salt, List<Node> nodes, @Nullable String goalFact, Set<String> exitFacts) {
        this(salt, nodes, goalFact, exitFacts, null, Map.of());
    }

    /** A graph nobody leaves before its end but by its goal. */
    public Graph(String salt, List<Node> nodes, @Nullable String goalFact) {
        this(salt, nodes, goalFact, Set.of());
    }

    /** The node of that id; a graph that passed {@link GraphCheck} has one for every arrow. */
    public Node node(String id) {
        for (Node node : nodes) {
            if (node.id().equals(id)) {
                return node;
            }
        }
        throw new IllegalStateException(
                "Node %s is not in the graph (%s). Maybe the enrolment is pinned to another version."
                        .formatted(id, nodes.stream().map(Node::id).toList()));
    }

    /** The facts a member in this journey must be told of; all others can be left out. */
    public Set<String> heardFacts() {
        Set<String> heard =
                nodes.stream()
                        .filter(Node.Await.class::isInstance)
                        .map(node -> ((Node.Await) node).heardAs())
                        .collect(Collectors.toSet());
        if (goalFact != null) {
            heard.add(goalFact);
        }
        heard.addAll(exitFacts);
        return Set.copyOf(heard);
    }

    /** The start. */
    public Node.Entry entry() {
        return nodes.stream()
                .filter(Node.Entry.class::isInstance)
                .map(Node.Entry.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The graph has no entry node"));
    }

    Map<String, Node> byId() {
        var byId = new LinkedHashMap<String, Node>();
        nodes.forEach(node -> byId.putIfAbsent(node.id(), node));
        return byId;
    }
}
