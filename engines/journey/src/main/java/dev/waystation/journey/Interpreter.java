package dev.waystation.journey;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves members through one graph.
 *
 * <p>Two calls: {@link #advance} when time has passed, {@link #hear} when a fact has occurred. Both
 * may be repeated at will: a call that finds nothing new to do answers with the standing it was
 * given. Steps are dated by the instant they were due, so the path does not depend on how punctual
 * the timers are.
 */
public final class Interpreter {

    private final Graph graph;
    private final ZoneId zone;
    private final @Nullable Attributes catalogue;

    /**
     * @param graph one that passed {@link GraphCheck}
     * @param zone whose clocks a wait for a local time means
     * @param catalogue the words in which branches explain themselves, if there are any
     */
    public Interpreter(Graph graph, ZoneId zone, @Nullable Attributes catalogue) {
        this.graph = graph;
        this.zone = zone;
        this.catalogue = catalogue;
    }

    /** Does all that is due by {@code now}, up to the next wait that is not over or the end. */
    public Advance advance(Standing standing, Instant now, Subject member) {
        if (standing.isOut()) {
            return Advance.still(standing);
        }
        return new Walk(graph, zone, standing, now, member, catalogue).onwards();
    }

    /** Whether a member can stand at this node at all. */
    public static boolean isWaitedAt(Node node) {
        return switch (node) {
            case Node.WaitFor _, Node.WaitUntil _, Node.Await _ -> true;
            case Node.Entry _,
                    Node.Branch _,
                    Node.Split _,
                    Node.Message _,
                    Node.Tag _,
                    Node.Grant _,
                    Node.Exit _ ->
                    false;
        };
    }

    /**
     * Puts a waiting member at a node of this graph, to which his version was moved; his wait goes
     * on from when it began.
     *
     * @param node one that {@link #isWaitedAt}
     */
    public Standing resume(Standing standing, String node) {
        Subject nobody = path -> null;
        return new Walk(graph, zone, standing, standing.arrivedAt(), nobody, catalogue)
                .resumedAt(graph.node(node));
    }

    /**
     * Tells of a fact that occurred at {@code at}; it may come late, twice, out of order, or before
     * the node that waits for it has been reached.
     */
    public Advance hear(Standing standing, String fact, Instant at, Instant now, Subject member) {
        var news = new Standing.Heard(fact, at);
        boolean concerns =
                !standing.isOut()
                        && at.isAfter(standing.enteredAt())
                        && graph.heardFacts().contains(fact)
                        && !standing.heard().contains(news);
        if (!concerns) {
            return Advance.still(standing);
        }
        Standing knowing = standing.having(news);
        if (graph.exitFacts().contains(fact)) {
            Standing out = knowing.out(Standing.State.LEFT, standing.node(), at);
            var why =
                    new Trace(
                            standing.node(), Trace.Code.LEFT, at, Map.of("fact", fact), List.of());
            return new Advance(out, List.of(), List.of(why));
        }
        if (fact.equals(graph.goalFact())) {
            Standing out = knowing.out(Standing.State.CONVERTED, standing.node(), at);
            var why =
                    new Trace(
                            standing.node(),
                            Trace.Code.GOAL_REACHED,
                            at,
                            Map.of("fact", fact),
                            List.of());
            return new Advance(out, List.of(), List.of(why));
        }
        return new Walk(graph, zone, knowing, now, member, catalogue).onwards();
    }
}
