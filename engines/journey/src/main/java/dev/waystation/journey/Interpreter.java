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
            case Node.WaitFor _, Node.WaitUntil _, Node.WaitBy _, Node.Await _ -> true;
            case Node.Entry _,
                    Node.Branch _,
                    Node.Split _,
                    Node.Message _,
                    Node.Tag _,
                    Node.Grant _,
                    Node.Act _,
                    Node.Ask _,
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
        return new WaitEnds(zone).resumed(standing, graph.node(node));
    }

    /**
     * Tells of a fact that occurred at {@code at}; it may come late, twice, out of order, or before
     * the node that waits for it has been reached.
     */
    public Advance hear(Standing standing, String fact, Instant at, Instant now, Subject member) {
        Advance told = remember(standing, fact, at);
        boolean goesOn = !told.standing().isOut() && !told.standing().equals(standing);
        return goesOn
                ? new Walk(graph, zone, told.standing(), now, member, catalogue).onwards()
                : told;
    }

    /**
     * Due from now on, if there is something for him to do now: told so in a pause, he is looked at
     * as soon as the journey goes on and not when his wait would have ended. His steps are dated by
     * what happened all the same.
     */
    public Standing awake(Standing standing, Instant now, Subject member) {
        Instant wakes = standing.wakesAt();
        boolean sleeps = wakes != null && wakes.isAfter(now);
        return sleeps && new Walk(graph, zone, standing, now, member, catalogue).goesOn()
                ? standing.wakingAt(now)
                : standing;
    }

    /** Back to sleep until his wait is over: for whoever was woken and had nothing to do. */
    public Standing asleep(Standing standing, Subject member) {
        return new WaitEnds(zone).timed(standing, graph.node(standing.node()), member);
    }

    /** Leaves a journey that is stopped, wherever he stands. */
    public Advance stop(Standing standing, Instant at) {
        if (standing.isOut()) {
            return Advance.still(standing);
        }
        return out(standing, Standing.State.LEFT, Trace.Code.LEFT, Map.of("stopped", true), at);
    }

    /**
     * As {@link #hear}, but nobody moves on: what a journey that is paused does. A goal or an exit
     * still ends it; everything else is known when it goes on. Whoever waited for it is to be
     * {@link #awake} then.
     */
    public Advance remember(Standing standing, String fact, Instant at) {
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
            return out(knowing, Standing.State.LEFT, Trace.Code.LEFT, Map.of("fact", fact), at);
        }
        if (fact.equals(graph.goalFact())) {
            return out(
                    knowing,
                    Standing.State.CONVERTED,
                    Trace.Code.GOAL_REACHED,
                    Map.of("fact", fact),
                    at);
        }
        return new Advance(knowing, List.of(), List.of());
    }

    private static Advance out(
            Standing from,
            Standing.State how,
            Trace.Code code,
            Map<String, Object> values,
            Instant at) {
        var why = new Trace(from.node(), code, at, values, List.of());
        return new Advance(from.out(how, from.node(), at), List.of(), List.of(why));
    }
}
