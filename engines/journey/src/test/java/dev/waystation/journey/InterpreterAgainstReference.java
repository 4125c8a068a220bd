package dev.waystation.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.condition.Evaluator;
import dev.waystation.condition.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The interpreter fed step by step, against a naive model that knows the whole history at once and
 * walks the graph from its start by recursion.
 */
class InterpreterAgainstReference {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-12-01T04:00:00Z");

    record Fact(String kind, Instant at) {}

    record Model(Graph graph, List<Fact> facts, int x, String member, Instant horizon) {

        List<String> path() {
            var path = new ArrayList<String>();
            follow("n0", START, path);
            return path;
        }

        private void follow(String id, Instant at, List<String> path) {
            path.add(id);
            switch (graph.node(id)) {
                case Node.Entry node -> follow(node.next(), at, path);
                case Node.Grant node -> follow(node.next(), at, path);
                case Node.Tag node -> follow(node.next(), at, path);
                case Node.Act node -> follow(node.next(), at, path);
                case Node.Ask _ ->
                        throw new IllegalStateException("What others answer is not drawn here");
                case Node.Message node -> follow(node.next(), at, path);
                case Node.Exit _ -> {}
                case Node.WaitFor node -> later(at.plus(node.length()), node.next(), path);
                case Node.WaitUntil node -> {
                    ZonedDateTime candidate = at.atZone(ZONE).with(node.localTime());
                    while (candidate.toInstant().isBefore(at)) {
                        candidate = candidate.plusDays(1);
                    }
                    later(candidate.toInstant(), node.next(), path);
                }
                case Node.WaitBy _ ->
                        throw new AssertionError("the drawn graphs hold no such wait");
                case Node.Branch node -> {
                    boolean holds =
                            Evaluator.open()
                                    .test(
                                            node.arms().getFirst().condition(),
                                            Map.of("x", (long) x));
                    follow(holds ? node.arms().getFirst().next() : node.otherwise(), at, path);
                }
                case Node.Split node -> {
                    int bucket =
                            Bucket.of(
                                    node.trial() == null ? graph.salt() + "/" + id : node.trial(),
                                    member);
                    boolean first = bucket < node.shares().getFirst().perTenThousand();
                    follow(node.shares().get(first ? 0 : 1).next(), at, path);
                }
                case Node.Await node -> {
                    Instant deadline = at.plus(node.patience());
                    var heard =
                            facts.stream()
                                    .filter(fact -> fact.kind().equals(node.fact()))
                                    .filter(fact -> fact.at().isAfter(at))
                                    .filter(fact -> !fact.at().isAfter(deadline))
                                    .findFirst();
                    if (heard.isPresent()) {
                        follow(node.onFact(), heard.get().at(), path);
                    } else if (!deadline.plus(node.lateness()).isAfter(horizon)) {
                        follow(node.onTimeout(), deadline, path);
                    }
                }
            }
        }

        private void later(Instant at, String next, List<String> path) {
            if (!at.isAfter(horizon)) {
                follow(next, at, path);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void bothWalkTheSamePath(long seed) {
        var random = new SplittableRandom(seed);
        for (int run = 0; run < 400; run++) {
            Graph drawn = Graphs.random(random);
            Graph graph = new Graph(drawn.salt(), drawn.nodes(), null);
            int x = random.nextInt(10);
            var facts = new ArrayList<Fact>();
            Instant at = START;
            for (int i = random.nextInt(6); i > 0; i--) {
                at = at.plus(Duration.ofMinutes(random.nextInt(1, 400)));
                facts.add(new Fact(random.nextBoolean() ? "A" : "B", at));
            }
            Instant horizon = at.plus(Duration.ofMinutes(random.nextInt(0, 3000)));
            var interpreter = new Interpreter(graph, ZONE, null);
            Subject attributes = Subject.of(Map.of("x", (long) x));
            Advance advance =
                    interpreter.advance(
                            Standing.entering("m" + run, "n0", START), START, attributes);
            var path = new ArrayList<String>();
            note(advance, path);
            for (Fact fact : facts) {
                advance =
                        interpreter.hear(
                                advance.standing(), fact.kind(), fact.at(), fact.at(), attributes);
                note(advance, path);
            }
            advance = interpreter.advance(advance.standing(), horizon, attributes);
            note(advance, path);
            assertThat(path)
                    .as("%s %s until %s", graph, facts, horizon)
                    .isEqualTo(new Model(graph, facts, x, "m" + run, horizon).path());
        }
    }

    private static void note(Advance advance, List<String> path) {
        for (Trace line : advance.trace()) {
            if (path.isEmpty() || !path.getLast().equals(line.node())) {
                path.add(line.node());
            }
        }
    }
}
