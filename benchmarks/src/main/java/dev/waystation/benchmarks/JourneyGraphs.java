package dev.waystation.benchmarks;

import dev.waystation.condition.Check;
import dev.waystation.condition.Comparison;
import dev.waystation.condition.Condition;
import dev.waystation.journey.Graph;
import dev.waystation.journey.GraphCheck;
import dev.waystation.journey.Node;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Random journeys with every kind of node but questions to others, every arrow pointing further
 * down.
 */
final class JourneyGraphs {

    private final SplittableRandom random;
    private final int inner;

    private JourneyGraphs(SplittableRandom random) {
        this.random = random;
        this.inner = random.nextInt(3, 12);
    }

    static Graph random(SplittableRandom random) {
        return new JourneyGraphs(random).graph();
    }

    /** The same drawing after somebody changed how long everybody waits and what is asked. */
    static Graph edited(Graph graph) {
        return new Graph(
                graph.salt(),
                graph.nodes().stream().map(JourneyGraphs::edited).toList(),
                graph.goalFact(),
                graph.exitFacts(),
                graph.exitWhen(),
                graph.late());
    }

    private static Node edited(Node node) {
        return switch (node) {
            case Node.WaitFor it -> new Node.WaitFor(it.id(), it.length().plusHours(30), it.next());
            case Node.Branch it -> {
                Node.Branch.Arm arm = it.arms().getFirst();
                yield new Node.Branch(
                        it.id(),
                        List.of(new Node.Branch.Arm("x", arm.condition(), it.otherwise())),
                        arm.next());
            }
            default -> node;
        };
    }

    private Graph graph() {
        var nodes = new ArrayList<Node>();
        Map<String, Graph.Lateness> late = new HashMap<>();
        nodes.add(new Node.Entry("n0", "n1"));
        for (int i = 1; i <= inner; i++) {
            Node node = node(i);
            nodes.add(node);
            boolean acts =
                    node instanceof Node.Message
                            || node instanceof Node.Tag
                            || node instanceof Node.Grant
                            || node instanceof Node.Act;
            if (acts && random.nextInt(3) == 0) {
                late.put(
                        node.id(),
                        new Graph.Lateness(
                                Duration.ofHours(random.nextInt(1, 30)), random.nextBoolean()));
            }
        }
        nodes.add(new Node.Exit("n" + (inner + 1), random.nextBoolean(), "end"));
        return new Graph(
                "salt" + random.nextInt(5),
                nodes,
                random.nextInt(3) == 0 ? "C" : null,
                random.nextInt(3) == 0 ? Set.of("D") : Set.of(),
                random.nextInt(4) == 0 ? atLeast(7 + random.nextInt(3)) : null,
                late);
    }

    private Node node(int i) {
        String id = "n" + i;
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Node.WaitFor(id, hours(240), further(i));
            case 2 ->
                    new Node.WaitUntil(
                            id,
                            LocalTime.of(random.nextInt(24), random.nextInt(60)),
                            random.nextBoolean()
                                    ? Set.of()
                                    : Set.of(DayOfWeek.of(1 + random.nextInt(7))),
                            further(i));
            case 3 ->
                    new Node.WaitBy(
                            id,
                            "departs",
                            Duration.ofHours(random.nextInt(-48, 1)),
                            further(i),
                            further(i));
            case 4, 5 ->
                    new Node.Await(
                            id,
                            random.nextBoolean() ? "A" : "B",
                            hours(360),
                            Duration.ofHours(random.nextInt(4)),
                            random.nextBoolean() ? Duration.ZERO : hours(200),
                            further(i),
                            further(i));
            case 6 ->
                    new Node.Branch(
                            id,
                            List.of(
                                    new Node.Branch.Arm(
                                            "x", atLeast(random.nextInt(10)), further(i))),
                            further(i));
            case 7 -> {
                int first = random.nextInt(GraphCheck.WHOLE);
                yield new Node.Split(
                        id,
                        List.of(
                                new Node.Split.Share("a", first, further(i)),
                                new Node.Split.Share("b", GraphCheck.WHOLE - first, further(i))));
            }
            case 8 ->
                    switch (random.nextInt(3)) {
                        case 0 -> new Node.Tag(id, "t", random.nextBoolean(), further(i));
                        case 1 -> new Node.Grant(id, "points", "points", 100, further(i));
                        default -> new Node.Act(id, "task", Map.of("title", "t"), further(i));
                    };
            default ->
                    new Node.Message(id, "sms", "marketing", "t", further(i), maybe(i), maybe(i));
        };
    }

    private static Condition atLeast(int bound) {
        return new Condition.Field("x", "x", new Check.Compare(Comparison.AT_LEAST, (long) bound));
    }

    private Duration hours(int most) {
        return Duration.ofMinutes(random.nextInt(1, most * 60));
    }

    private @Nullable String maybe(int i) {
        return random.nextInt(3) == 0 ? further(i) : null;
    }

    /** Mostly the next one, so that ways are long. */
    private String further(int i) {
        return "n" + (random.nextInt(3) > 0 ? i + 1 : random.nextInt(i + 1, inner + 2));
    }
}
