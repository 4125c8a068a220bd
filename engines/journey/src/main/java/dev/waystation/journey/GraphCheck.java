package dev.waystation.journey;

import static dev.waystation.journey.GraphProblem.Kind.*;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that stands between a draft and its publication, found in one pass over the graph, so
 * that an operator mends a draft in one round.
 */
public final class GraphCheck {

    /** Ten thousand parts make a whole; finer shares cannot be told apart by the hash. */
    public static final int WHOLE = 10_000;

    private final Predicate<String> templateIsPublished;
    private final Predicate<String> factIsKnown;

    public GraphCheck(Predicate<String> templateIsPublished, Predicate<String> factIsKnown) {
        this.templateIsPublished = templateIsPublished;
        this.factIsKnown = factIsKnown;
    }

    /** The problems in the order of the nodes; empty when the graph can be published. */
    public List<GraphProblem> problems(Graph graph) {
        var found = new ArrayList<GraphProblem>();
        shape(graph, found);
        graph.nodes().forEach(node -> inside(node, found));
        @Nullable String goal = graph.goalFact();
        if (goal != null && !factIsKnown.test(goal)) {
            found.add(new GraphProblem(UNKNOWN_FACT, "", goal));
        }
        graph.exitFacts().stream()
                .filter(fact -> !factIsKnown.test(fact))
                .forEach(fact -> found.add(new GraphProblem(UNKNOWN_FACT, "", fact)));
        graph.late().forEach((node, late) -> positive(node, late.most(), found));
        arrows(graph, found);
        return List.copyOf(found);
    }

    private static void shape(Graph graph, List<GraphProblem> found) {
        List<Node> entries = graph.nodes().stream().filter(Node.Entry.class::isInstance).toList();
        if (entries.isEmpty()) {
            found.add(new GraphProblem(NO_ENTRY, "", ""));
        }
        entries.stream()
                .skip(1)
                .forEach(extra -> found.add(new GraphProblem(MORE_THAN_ONE_ENTRY, extra.id(), "")));
        if (graph.nodes().stream().noneMatch(Node.Exit.class::isInstance)) {
            found.add(new GraphProblem(NO_EXIT, "", ""));
        }
        Set<String> names = new HashSet<>();
        for (Node node : graph.nodes()) {
            if (!names.add(node.id())) {
                found.add(new GraphProblem(NAME_IS_TAKEN, node.id(), node.id()));
            }
        }
    }

    private void inside(Node node, List<GraphProblem> found) {
        switch (node) {
            case Node.Entry _, Node.WaitUntil _, Node.Exit _ -> {}
            case Node.Act act -> {
                if (act.kind().isBlank()) {
                    found.add(new GraphProblem(ACTION_IS_INCOMPLETE, act.id(), act.kind()));
                }
            }
            case Node.Ask ask -> {
                positive(ask.id(), ask.patience(), found);
                if (ask.address().isBlank()) {
                    found.add(new GraphProblem(ADDRESS_IS_UNKNOWN, ask.id(), ask.address()));
                }
            }
            case Node.WaitBy wait -> {
                if (wait.path().isBlank()) {
                    found.add(new GraphProblem(UNKNOWN_PATH, wait.id(), wait.path()));
                }
            }
            case Node.WaitFor wait -> positive(wait.id(), wait.length(), found);
            case Node.Await await -> {
                positive(await.id(), await.patience(), found);
                if (await.lateness().isNegative() || await.lookBack().isNegative()) {
                    found.add(
                            new GraphProblem(
                                    WAIT_IS_NOT_POSITIVE, await.id(), await.lateness().toString()));
                }
                if (!factIsKnown.test(await.fact())) {
                    found.add(new GraphProblem(UNKNOWN_FACT, await.id(), await.fact()));
                }
            }
            case Node.Branch branch -> {
                if (branch.arms().isEmpty()) {
                    found.add(new GraphProblem(EMPTY_BRANCH, branch.id(), ""));
                }
                for (Node.Branch.Arm arm : branch.arms()) {
                    if (arm.asksNothing()) {
                        found.add(new GraphProblem(EMPTY_BRANCH, branch.id(), arm.label()));
                    }
                }
            }
            case Node.Split split -> {
                int sum = split.shares().stream().mapToInt(Node.Split.Share::perTenThousand).sum();
                boolean negative =
                        split.shares().stream().anyMatch(share -> share.perTenThousand() < 0);
                if (sum != WHOLE || negative) {
                    found.add(
                            new GraphProblem(
                                    SHARES_ARE_NOT_WHOLE, split.id(), Integer.toString(sum)));
                }
            }
            case Node.Message message -> {
                if (!templateIsPublished.test(message.template())) {
                    found.add(new GraphProblem(MISSING_TEMPLATE, message.id(), message.template()));
                }
            }
            case Node.Grant grant -> {
                if (grant.what().isBlank() || grant.amount() < 1) {
                    found.add(
                            new GraphProblem(
                                    GRANT_IS_EMPTY,
                                    grant.id(),
                                    grant.amount() + " " + grant.what()));
                }
            }
            case Node.Tag tag -> {
                if (tag.tag().isBlank()) {
                    found.add(new GraphProblem(TAG_IS_BLANK, tag.id(), tag.tag()));
                }
            }
        }
    }

    private static void positive(String node, Duration length, List<GraphProblem> found) {
        if (!length.isPositive()) {
            found.add(new GraphProblem(WAIT_IS_NOT_POSITIVE, node, length.toString()));
        }
    }

    private static void arrows(Graph graph, List<GraphProblem> found) {
        Map<String, Node> byId = graph.byId();
        for (Node node : graph.nodes()) {
            for (String target : node.targets()) {
                if (!byId.containsKey(target)) {
                    found.add(new GraphProblem(LEADS_NOWHERE, node.id(), target));
                }
            }
        }
        reach(graph, byId, found);
        loops(graph, byId, found);
    }

    private static void reach(Graph graph, Map<String, Node> byId, List<GraphProblem> found) {
        Set<String> reached = new HashSet<>();
        var open = new ArrayDeque<Node>();
        graph.nodes().stream()
                .filter(Node.Entry.class::isInstance)
                .findFirst()
                .ifPresent(open::add);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (reached.add(node.id())) {
                for (String target : node.targets()) {
                    Node next = byId.get(target);
                    if (next != null) {
                        open.push(next);
                    }
                }
            }
        }
        if (reached.isEmpty()) {
            return; // no entry: said already, and every node would be named again
        }
        for (Node node : graph.nodes()) {
            if (!reached.contains(node.id()) && !(node instanceof Node.Entry)) {
                found.add(new GraphProblem(UNREACHABLE, node.id(), ""));
            }
        }
    }

    /**
     * A node may be passed once per enrolment, because its effect is known by (enrolment, node); a
     * loop would silently swallow the second message, so it is refused here.
     */
    private static void loops(Graph graph, Map<String, Node> byId, List<GraphProblem> found) {
        Map<String, Integer> incoming = new HashMap<>();
        byId.keySet().forEach(id -> incoming.put(id, 0));
        byId.values()
                .forEach(node ->
                        node.targets()
                                .forEach(target ->
                                        incoming.computeIfPresent(
                                                target, (id, count) -> count + 1)));
        var free = new ArrayDeque<String>();
        incoming.forEach((id, count) -> {
            if (count == 0) {
                free.add(id);
            }
        });
        int removed = 0;
        while (!free.isEmpty()) {
            Node node = byId.get(free.pop());
            removed++;
            if (node != null) {
                for (String target : node.targets()) {
                    Integer left = incoming.computeIfPresent(target, (id, count) -> count - 1);
                    if (left != null && left == 0) {
                        free.add(target);
                    }
                }
            }
        }
        if (removed < byId.size()) {
            for (Node node : graph.nodes()) {
                Integer left = incoming.get(node.id());
                if (left != null && left > 0) {
                    found.add(new GraphProblem(LOOP, node.id(), ""));
                    return;
                }
            }
        }
    }
}
