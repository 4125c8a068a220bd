package dev.waystation.benchmarks;

import dev.waystation.condition.Subject;
import dev.waystation.journey.Graph;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ninety days of one member and one journey, all drawn from a seed: facts that come twice, late and
 * in any order, pauses, hours in which no worker runs, workers that die in the middle, an edit of
 * the journey, a member who changes and who opts out.
 *
 * @param edited what is published at {@code editedAt}, while the member may be inside
 * @param figures what is known of the member from when on
 * @param optsOut when he withdraws his consent, acknowledged
 * @param cap messages per local calendar week
 */
record JourneyStory(
        ZoneId zone,
        Graph graph,
        Graph edited,
        Instant editedAt,
        String member,
        Instant entered,
        List<Figure> figures,
        @Nullable Instant departs,
        List<Moment> moments,
        @Nullable Instant optsOut,
        int cap) {

    private static final Instant START = Instant.parse("2026-09-20T00:00:00Z");
    private static final int DAYS = 90;
    private static final List<String> ZONES =
            List.of("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe");

    record Figure(Instant from, long x) {}

    /** From one instant until another, half open. */
    record Stretch(Instant from, Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    /**
     * What the system gets to do: a look at whoever is due, or a fact that is told.
     *
     * @param fact absent for a look
     * @param at when the fact occurred
     * @param crash a worker dies after deciding and before its commit, and another one looks again
     */
    record Moment(Instant now, @Nullable String fact, Instant at, boolean paused, boolean crash) {}

    /** Who the member is at an instant. */
    Subject member(Instant now) {
        Map<String, Object> known = new HashMap<>();
        known.put("x", x(now));
        if (departs != null) {
            known.put("departs", departs.toString());
        }
        return Subject.of(known);
    }

    long x(Instant now) {
        return figures.stream()
                .filter(figure -> !figure.from().isAfter(now))
                .reduce((_, later) -> later)
                .orElseThrow()
                .x();
    }

    static JourneyStory draw(long seed) {
        var random = new SplittableRandom(seed);
        Graph graph = JourneyGraphs.random(random);
        List<Stretch> pauses = stretches(random, 150);
        List<Stretch> outages = stretches(random, 60);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(Instant.MIN, random.nextInt(10)));
        for (int i = random.nextInt(4); i > 0; i--) {
            figures.add(new Figure(some(random), random.nextInt(10)));
        }
        figures.sort(Comparator.comparing(Figure::from));
        return new JourneyStory(
                ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))),
                graph,
                JourneyGraphs.edited(graph),
                some(random),
                "m" + random.nextInt(1_000_000),
                START.plus(Duration.ofMinutes(random.nextInt(20 * 24 * 60))),
                figures,
                random.nextInt(4) == 0 ? null : some(random),
                moments(random, pauses, outages),
                random.nextInt(3) == 0 ? some(random) : null,
                random.nextInt(1, 4));
    }

    private static List<Moment> moments(
            SplittableRandom random, List<Stretch> pauses, List<Stretch> outages) {
        var all = new ArrayList<Moment>();
        for (Instant now = START;
                now.isBefore(START.plus(Duration.ofDays(DAYS)));
                now = now.plus(Duration.ofMinutes(30 + random.nextInt(60)))) {
            Instant look = now;
            if (outages.stream().noneMatch(it -> it.holds(look))) {
                all.add(new Moment(now, null, now, paused(pauses, now), random.nextInt(8) == 0));
            }
        }
        for (int i = random.nextInt(30); i > 0; i--) {
            String fact = List.of("A", "B", "A", "B", "A", "B", "C", "D").get(random.nextInt(8));
            Instant at = some(random);
            for (int copies = random.nextInt(3) == 0 ? 2 : 1; copies > 0; copies--) {
                int late = random.nextBoolean() ? 0 : random.nextInt(48 * 60);
                Instant told = afterOutage(at.plus(Duration.ofMinutes(late)), outages);
                all.add(new Moment(told, fact, at, paused(pauses, told), random.nextInt(8) == 0));
            }
        }
        all.sort(Comparator.comparing(Moment::now));
        return all;
    }

    private static boolean paused(List<Stretch> pauses, Instant now) {
        return pauses.stream().anyMatch(it -> it.holds(now));
    }

    private static Instant afterOutage(Instant at, List<Stretch> outages) {
        Instant then = at;
        for (Stretch outage : outages) {
            then = outage.holds(then) ? outage.to() : then;
        }
        return then;
    }

    private static List<Stretch> stretches(SplittableRandom random, int hours) {
        var all = new ArrayList<Stretch>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Instant from = some(random);
            all.add(new Stretch(from, from.plus(Duration.ofHours(random.nextInt(1, hours)))));
        }
        all.sort(Comparator.comparing(Stretch::from));
        return all;
    }

    private static Instant some(SplittableRandom random) {
        return START.plus(Duration.ofMinutes(random.nextInt(DAYS * 24 * 60)));
    }
}
