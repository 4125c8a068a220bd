package dev.waystation.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.condition.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for any graph and any storm of facts and timers. */
class InterpreterProperties {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-12-01T04:00:00Z");

    record Told(String fact, Instant at, Instant toldAt) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachStepRunsOncePerEnrolmentWhateverIsDuplicatedOrOutOfOrder(long seed) {
        var random = new SplittableRandom(seed);
        for (int run = 0; run < 400; run++) {
            Graph graph = Graphs.random(random);
            Subject attributes = Subject.of(Map.of("x", (long) random.nextInt(10)));
            var passed = new ArrayList<String>();
            var effects = new ArrayList<String>();
            Standing standing = Standing.entering("m" + run, "n0", START);
            var interpreter = new Interpreter(graph, ZONE, null);
            Instant now = START;
            for (int i = 0; i < 60; i++) {
                now = now.plus(Duration.ofMinutes(random.nextInt(0, 120)));
                Advance advance =
                        random.nextBoolean()
                                ? interpreter.advance(standing, now, attributes)
                                : interpreter.hear(
                                        standing,
                                        random.nextBoolean() ? "A" : "B",
                                        now.minus(Duration.ofMinutes(random.nextInt(0, 40))),
                                        now,
                                        attributes);
                advance.trace().stream()
                        .filter(line -> line.code() != Trace.Code.WAITS)
                        .forEach(line -> passed.add(line.node()));
                advance.effects().forEach(effect -> effects.add(effect.node()));
                standing = advance.standing();
                if (i % 2 == 0 && !advance.isStill()) {
                    assertThat(interpreter.advance(standing, now, attributes).isStill())
                            .as("a repeat at the same instant")
                            .isTrue();
                }
            }
            assertThat(new HashSet<>(passed)).as("%s", graph).hasSameSizeAs(passed);
            assertThat(new HashSet<>(effects)).as("%s", graph).hasSameSizeAs(effects);
        }
    }

    /** One fact of each kind, so that "the first in the window" means the same in every order. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void thePathDoesNotDependOnWhenFactsAreToldInsideTheAllowedLateness(long seed) {
        var random = new SplittableRandom(seed);
        for (int run = 0; run < 400; run++) {
            Graph graph = Graphs.random(random);
            Subject attributes = Subject.of(Map.of("x", (long) random.nextInt(10)));
            List<Told> facts = new ArrayList<>();
            for (String fact : List.of("A", "B")) {
                if (random.nextInt(4) > 0) {
                    Instant at = START.plus(Duration.ofMinutes(random.nextInt(1, 1500)));
                    facts.add(new Told(fact, at, at));
                }
            }
            Advance punctual = play(graph, facts, attributes, "m" + run, List.of());
            List<Told> late =
                    facts.stream()
                            .map(told ->
                                    new Told(
                                            told.fact(),
                                            told.at(),
                                            told.at().plus(Duration.ofMinutes(random.nextInt(30)))))
                            .toList();
            var wakes = new ArrayList<Instant>();
            for (int i = 0; i < 20; i++) {
                wakes.add(START.plus(Duration.ofMinutes(random.nextInt(6000))));
            }
            Advance tardy = play(graph, late, attributes, "m" + run, wakes);
            assertThat(tardy.effects()).as("%s %s", graph, late).isEqualTo(punctual.effects());
            assertThat(tardy.trace()).as("%s %s", graph, late).isEqualTo(punctual.trace());
        }
    }

    private static Advance play(
            Graph graph, List<Told> facts, Subject attributes, String member, List<Instant> wakes) {
        var interpreter = new Interpreter(graph, ZONE, null);
        var moments = new ArrayList<Told>(facts);
        wakes.forEach(at -> moments.add(new Told("", at, at)));
        moments.add(new Told("", START, START));
        moments.add(new Told("", START, START.plus(Duration.ofDays(60))));
        moments.sort(Comparator.comparing(Told::toldAt));
        Standing standing = Standing.entering(member, "n0", START);
        var effects = new ArrayList<Effect>();
        var trace = new ArrayList<Trace>();
        for (Told told : moments) {
            for (int twice = 0; twice < 2; twice++) {
                Advance advance =
                        told.fact().isEmpty()
                                ? interpreter.advance(standing, told.toldAt(), attributes)
                                : interpreter.hear(
                                        standing,
                                        told.fact(),
                                        told.at(),
                                        told.toldAt(),
                                        attributes);
                effects.addAll(advance.effects());
                trace.addAll(advance.trace());
                standing = advance.standing();
            }
        }
        return new Advance(standing, effects, trace);
    }
}
