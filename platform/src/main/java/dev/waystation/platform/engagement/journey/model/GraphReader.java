package dev.waystation.platform.engagement.journey.model;

import dev.waystation.condition.Condition;
import dev.waystation.condition.ConditionReader;
import dev.waystation.journey.Graph;
import dev.waystation.journey.Node;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns what the canvas holds into the graph that the interpreter walks.
 *
 * <p>Settings by kind: wait {@code length}; wait_until {@code time, days}; wait_by {@code path,
 * offset}; await {@code fact, patience, lateness, lookBack, when, same}; branch {@code arms[{key,
 * condition}]}; split {@code shares[{key, perTenThousand}], trial}; message {@code channel,
 * purpose, template}; tag {@code tag, adds}; grant {@code kind, what, amount}; exit {@code goal,
 * reason}; attribute, tier and task as {@link Deeds} says; call {@code address, patience, sends,
 * takes[{name, pointer, kind}]} with the ways out {@code failed} and {@code timeout}. Messages,
 * tags, gifts and deeds also {@code late, whenLate}. A message may have the ways out {@code capped}
 * and {@code withheld}.
 */
public final class GraphReader {

    private static final Duration USUAL_LATENESS = Duration.ofMinutes(10);

    /** Points of a currency, a coupon of a campaign, a pack of benefits. */
    private static final List<String> GRANTS = List.of("points", "coupon", "pack");

    private static final Set<String> ACTING =
            Set.of("message", "tag", "grant", "attribute", "tier", "task");
    private static final List<String> LATE = List.of("skip", "leave");

    private GraphReader() {}

    /** The graph; the salt keeps the splits of one journey apart from those of every other. */
    public static Graph read(GraphDraft draft, String salt) {
        List<Node> nodes = draft.nodes().stream().map(node -> node(draft, node)).toList();
        draft.window();
        return new Graph(
                salt,
                nodes,
                draft.goalFact(),
                draft.leavesOn(),
                draft.leavesWhen(),
                lateness(draft));
    }

    /** What becomes of overdue steps; those that say nothing are done however late. */
    private static Map<String, Graph.Lateness> lateness(GraphDraft draft) {
        Map<String, Graph.Lateness> late = new HashMap<>();
        for (NodeDraft node : draft.nodes()) {
            if (ACTING.contains(node.kind()) && node.settings().containsKey("late")) {
                var settings = new Settings(node);
                boolean leaves =
                        node.settings().containsKey("whenLate")
                                && settings.oneOf("whenLate", LATE).equals("leave");
                late.put(node.id(), new Graph.Lateness(settings.length("late"), leaves));
            }
        }
        return late;
    }

    private static Node node(GraphDraft draft, NodeDraft it) {
        var settings = new Settings(it);
        String id = it.id();
        return switch (it.kind()) {
            case "entry" -> new Node.Entry(id, draft.target(id, "next"));
            case "wait" ->
                    new Node.WaitFor(id, settings.length("length"), draft.target(id, "next"));
            case "wait_until" ->
                    new Node.WaitUntil(
                            id,
                            settings.time("time"),
                            settings.days("days"),
                            draft.target(id, "next"));
            case "wait_by" ->
                    new Node.WaitBy(
                            id,
                            settings.text("path"),
                            settings.length("offset", Duration.ZERO),
                            draft.target(id, "next"),
                            draft.target(id, "absent"));
            case "await" ->
                    new Node.Await(
                            id,
                            settings.text("fact"),
                            settings.length("patience"),
                            settings.length("lateness", USUAL_LATENESS),
                            settings.length("lookBack", Duration.ZERO),
                            FactFilter.isPicky(it),
                            draft.target(id, "fact"),
                            draft.target(id, "timeout"));
            case "branch" ->
                    new Node.Branch(
                            id,
                            settings.rows("arms").stream()
                                    .map(row -> arm(draft, settings, row))
                                    .toList(),
                            draft.target(id, "otherwise"));
            case "split" ->
                    new Node.Split(
                            id,
                            settings.text("trial", "").isBlank() ? null : settings.text("trial"),
                            settings.rows("shares").stream()
                                    .map(row -> share(draft, settings, row))
                                    .toList());
            case "message" ->
                    new Node.Message(
                            id,
                            settings.text("channel"),
                            settings.text("purpose"),
                            settings.text("template"),
                            draft.target(id, "next"),
                            draft.drawn(id, "capped"),
                            draft.drawn(id, "withheld"));
            case "tag" ->
                    new Node.Tag(
                            id,
                            settings.text("tag"),
                            settings.flag("adds", true),
                            draft.target(id, "next"));
            case "grant" ->
                    new Node.Grant(
                            id,
                            settings.oneOf("kind", GRANTS),
                            settings.text("what"),
                            settings.whole("amount", 1),
                            draft.target(id, "next"));
            case "attribute", "tier", "task" ->
                    new Node.Act(id, it.kind(), Deeds.read(settings), draft.target(id, "next"));
            case "call" -> {
                Taken.of(it);
                yield new Node.Ask(
                        id,
                        settings.text("address", ""),
                        settings.length("patience"),
                        draft.target(id, "next"),
                        draft.target(id, "failed"),
                        draft.target(id, "timeout"));
            }
            case "exit" ->
                    new Node.Exit(id, settings.flag("goal", false), settings.text("reason", ""));
            default ->
                    throw new Malformed(
                            "graph.nodes." + id + ".kind",
                            it.kind(),
                            "use entry, wait, wait_until, wait_by, await, branch, split, message, tag, grant, attribute, tier, task, call or exit");
        };
    }

    private static Node.Branch.Arm arm(
            GraphDraft draft, Settings settings, Map<String, Object> row) {
        String key = String.valueOf(row.getOrDefault("key", ""));
        ConditionReader.Reading reading =
                ConditionReader.read(row.getOrDefault("condition", Map.of()));
        if (!reading.problems().isEmpty()) {
            var remedy = reading.problems().getFirst().remedy();
            throw new Malformed(
                    settings.field("arms." + key),
                    row.get("condition"),
                    new Said(remedy.zh(), remedy.en()));
        }
        Condition condition = reading.condition();
        return new Node.Branch.Arm(key, condition, draft.target(settings.node().id(), key));
    }

    private static Node.Split.Share share(
            GraphDraft draft, Settings settings, Map<String, Object> row) {
        String key = String.valueOf(row.getOrDefault("key", ""));
        Object part = row.get("perTenThousand");
        Malformed.require(
                part instanceof Integer,
                settings.field("shares." + key),
                part,
                "give a whole number of ten-thousandths");
        return new Node.Split.Share(
                key,
                part instanceof Integer number ? number : 0,
                draft.target(settings.node().id(), key));
    }
}
