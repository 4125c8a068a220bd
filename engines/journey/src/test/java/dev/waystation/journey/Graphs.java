package dev.waystation.journey;

import dev.waystation.condition.Check;
import dev.waystation.condition.Comparison;
import dev.waystation.condition.Condition;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Graphs for tests: one that a person could have drawn, and any number that nobody would. */
final class Graphs {

    private Graphs() {}

    static Condition atLeast(String name, int bound) {
        return new Condition.Field(
                name, name, new Check.Compare(Comparison.AT_LEAST, (long) bound));
    }

    /** Thank after the first trip, care for elders by day, remind who does not come back. */
    static Graph firstTrip() {
        return new Graph(
                "first-trip",
                List.of(
                        new Node.Entry("start", "rest"),
                        new Node.WaitFor("rest", Duration.ofHours(2), "daytime"),
                        new Node.WaitUntil("daytime", LocalTime.of(10, 0), "age"),
                        new Node.Branch(
                                "age",
                                List.of(new Node.Branch.Arm("elder", atLeast("age", 60), "care")),
                                "thanks"),
                        new Node.Message("care", "sms", "service", "elder-care", "mark"),
                        new Node.Message("thanks", "sms", "marketing", "thanks", "mark"),
                        new Node.Tag("mark", "travelled", true, "again"),
                        new Node.Await(
                                "again",
                                "TripCompleted",
                                Duration.ofDays(30),
                                Duration.ofHours(1),
                                "loyal",
                                "remind"),
                        new Node.Message("remind", "sms", "marketing", "come-back", "gone"),
                        new Node.Exit("loyal", true, "travelled again"),
                        new Node.Exit("gone", false, "did not travel again")),
                null);
    }

    /** A random acyclic graph over the facts A, B and C, every arrow pointing further down. */
    static Graph random(SplittableRandom random) {
        int inner = random.nextInt(1, 9);
        var nodes = new ArrayList<Node>();
        nodes.add(new Node.Entry("n0", "n1"));
        for (int i = 1; i <= inner; i++) {
            nodes.add(randomNode(random, i, inner));
        }
        nodes.add(new Node.Exit("n" + (inner + 1), random.nextBoolean(), "end"));
        return new Graph("salt" + random.nextInt(5), nodes, random.nextInt(4) == 0 ? "C" : null);
    }

    private static Node randomNode(SplittableRandom random, int i, int inner) {
        String id = "n" + i;
        return switch (random.nextInt(8)) {
            case 0 -> new Node.WaitFor(id, minutes(random), further(random, i, inner));
            case 1 ->
                    new Node.WaitUntil(
                            id,
                            LocalTime.of(random.nextInt(24), random.nextInt(60)),
                            further(random, i, inner));
            case 2 ->
                    new Node.Await(
                            id,
                            random.nextBoolean() ? "A" : "B",
                            minutes(random),
                            Duration.ofMinutes(30),
                            further(random, i, inner),
                            further(random, i, inner));
            case 3 ->
                    new Node.Branch(
                            id,
                            List.of(
                                    new Node.Branch.Arm(
                                            "x",
                                            atLeast("x", random.nextInt(10)),
                                            further(random, i, inner))),
                            further(random, i, inner));
            case 4 -> {
                int first = random.nextInt(GraphCheck.WHOLE);
                yield new Node.Split(
                        id,
                        random.nextBoolean() ? "trial" : null,
                        List.of(
                                new Node.Split.Share("a", first, further(random, i, inner)),
                                new Node.Split.Share(
                                        "b", GraphCheck.WHOLE - first, further(random, i, inner))));
            }
            case 5 -> new Node.Tag(id, "t", random.nextBoolean(), further(random, i, inner));
            case 6 -> new Node.Grant(id, "points", "points", 100, further(random, i, inner));
            default -> new Node.Message(id, "sms", "service", "t", further(random, i, inner));
        };
    }

    private static Duration minutes(SplittableRandom random) {
        return Duration.ofMinutes(random.nextInt(1, 600));
    }

    private static String further(SplittableRandom random, int i, int inner) {
        return "n" + random.nextInt(i + 1, inner + 2);
    }
}
