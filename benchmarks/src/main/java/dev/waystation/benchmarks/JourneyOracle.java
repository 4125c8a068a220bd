package dev.waystation.benchmarks;

import dev.waystation.condition.Evaluator;
import dev.waystation.journey.Bucket;
import dev.waystation.journey.Graph;
import dev.waystation.journey.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The naive reference: it knows the whole story at once, keeps no standing, and at every wait goes
 * through all moments from the beginning. It shares no line with the engine.
 */
final class JourneyOracle {

    private final JourneyStory story;
    private final Graph graph;
    private final List<JourneyStory.Moment> moments;
    private final List<String> path = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final List<Instant> sent = new ArrayList<>();
    private String end = "inside";

    JourneyOracle(JourneyStory story) {
        this.story = story;
        this.graph = story.entered().isBefore(story.editedAt()) ? story.graph() : story.edited();
        this.moments =
                story.moments().stream().filter(it -> !it.now().isBefore(story.entered())).toList();
    }

    JourneyWay way() {
        int last = ending();
        int first = next(-1, last, this::isLook);
        if (first < last) {
            arrive("n0", story.entered(), first, last);
        } else if (last < moments.size()) {
            path.add("n0"); // out again before he was looked at
        }
        if (end.equals("inside") && last < moments.size()) {
            JourneyStory.Moment goal = moments.get(last);
            boolean left = graph.exitFacts().contains(fact(goal));
            end = JourneyWay.end(left ? "LEFT" : "CONVERTED", goal.at(), goal.now());
        }
        return new JourneyWay(path, done, end);
    }

    /** The moment at which a goal or exit fact is told, or the end of the story. */
    private int ending() {
        for (int i = 0; i < moments.size(); i++) {
            String fact = moments.get(i).fact();
            if (fact != null
                    && moments.get(i).at().isAfter(story.entered())
                    && (fact.equals(graph.goalFact()) || graph.exitFacts().contains(fact))) {
                return i;
            }
        }
        return moments.size();
    }

    private interface Test {
        boolean holds(int moment);
    }

    private static int next(int after, int last, Test test) {
        int i = after + 1;
        while (i < last && !test.holds(i)) {
            i++;
        }
        return i;
    }

    private boolean isLook(int i) {
        return !moments.get(i).paused() && (moments.get(i).fact() == null || isNews(i));
    }

    /** Told for the first time, of what somebody in this journey waits for. */
    private boolean isNews(int i) {
        JourneyStory.Moment told = moments.get(i);
        boolean heard =
                told.at().isAfter(story.entered())
                        && graph.nodes().stream()
                                .anyMatch(node ->
                                        node instanceof Node.Await await
                                                && await.fact().equals(told.fact()));
        return heard
                && moments.subList(0, i).stream()
                        .noneMatch(it ->
                                Objects.equals(it.fact(), told.fact())
                                        && it.at().equals(told.at()));
    }

    private void arrive(String id, Instant at, int i, int last) {
        path.add(id);
        Instant now = moments.get(i).now();
        Graph.Lateness late = graph.late().get(id);
        if (late != null && Duration.between(at, now).compareTo(late.most()) > 0) {
            if (late.leaves()) {
                end = JourneyWay.end("LEFT", at, now);
            } else {
                arrive(graph.node(id).targets().getFirst(), at, i, last);
            }
            return;
        }
        switch (graph.node(id)) {
            case Node.Entry node -> arrive(node.next(), at, i, last);
            case Node.Exit node ->
                    end = JourneyWay.end(node.goal() ? "CONVERTED" : "LEFT", at, now);
            case Node.Tag node -> act(id, at, now, node.next(), i, last);
            case Node.Grant node -> act(id, at, now, node.next(), i, last);
            case Node.Act node -> act(id, at, now, node.next(), i, last);
            case Node.Ask _ -> throw new IllegalStateException("Nobody answers in a story");
            case Node.Message node -> say(node, at, i, last);
            case Node.WaitFor node -> until(at.plus(node.length()), node.next(), i, last);
            case Node.WaitUntil node -> until(localTime(node, at), node.next(), i, last);
            case Node.WaitBy node -> {
                Instant departs = story.departs();
                if (departs == null) {
                    arrive(node.onAbsent(), at, i, last);
                } else {
                    Instant then = departs.plus(node.offset());
                    until(then.isAfter(at) ? then : at, node.next(), i, last);
                }
            }
            case Node.Await node -> await(node, at, i, last);
            case Node.Branch node -> {
                boolean holds =
                        Evaluator.open()
                                .test(
                                        node.arms().getFirst().condition(),
                                        Map.of("x", story.x(now)));
                arrive(holds ? node.arms().getFirst().next() : node.otherwise(), at, i, last);
            }
            case Node.Split node -> {
                int bucket = Bucket.of(graph.salt() + "/" + id, story.member());
                boolean first = bucket < node.shares().getFirst().perTenThousand();
                arrive(node.shares().get(first ? 0 : 1).next(), at, i, last);
            }
        }
    }

    private void act(String id, Instant at, Instant now, String next, int i, int last) {
        done.add("%s due %s done %s".formatted(id, at, now));
        arrive(next, at, i, last);
    }

    private void say(Node.Message node, Instant at, int i, int last) {
        Instant now = moments.get(i).now();
        if (graph.exitWhen() != null
                && Evaluator.open().test(graph.exitWhen(), Map.of("x", story.x(now)))) {
            end = JourneyWay.end("LEFT", at, now);
            return;
        }
        Instant optsOut = story.optsOut();
        LocalDate week = monday(now);
        boolean out = optsOut != null && !now.isBefore(optsOut);
        boolean full = sent.stream().filter(it -> monday(it).equals(week)).count() >= story.cap();
        done.add(
                "%s due %s %s %s"
                        .formatted(
                                node.id(), at, out ? "withheld" : full ? "capped" : "sent", now));
        if (!out && !full) {
            sent.add(now);
        }
        String refused = or(node.onWithheld(), node.next());
        arrive(out ? refused : full ? or(node.onCapped(), refused) : node.next(), at, i, last);
    }

    private static String or(@Nullable String first, String second) {
        return first == null ? second : first;
    }

    private LocalDate monday(Instant at) {
        return at.atZone(story.zone())
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
    }

    private void until(Instant then, String next, int i, int last) {
        int look = next(i - 1, last, j -> isLook(j) && !moments.get(j).now().isBefore(then));
        if (look < last) {
            arrive(next, then, look, last);
        }
    }

    private Instant localTime(Node.WaitUntil node, Instant at) {
        for (LocalDate day = at.atZone(story.zone()).toLocalDate(); ; day = day.plusDays(1)) {
            Instant then =
                    day.atTime(node.localTime())
                            .atZone(story.zone())
                            .withEarlierOffsetAtOverlap()
                            .toInstant();
            boolean fits = node.days().isEmpty() || node.days().contains(day.getDayOfWeek());
            if (fits && !then.isBefore(at)) {
                return then;
            }
        }
    }

    /**
     * Whoever waits for a fact goes on at the first look since it was told, which is the telling
     * itself, or the first after the pause in which it was told; or when time is up.
     */
    private void await(Node.Await node, Instant at, int i, int last) {
        Instant deadline = at.plus(node.patience());
        for (int j = i; j < last; j++) {
            boolean over = !moments.get(j).now().isBefore(deadline.plus(node.lateness()));
            Instant heard = isLook(j) ? firstHeard(node, at, deadline, j) : null;
            if (heard != null) {
                arrive(node.onFact(), heard.isAfter(at) ? heard : at, j, last);
                return;
            }
            if (isLook(j) && over) {
                arrive(node.onTimeout(), deadline, j, last);
                return;
            }
        }
    }

    /** The earliest such fact told so far. */
    private @Nullable Instant firstHeard(Node.Await node, Instant at, Instant deadline, int j) {
        Set<Instant> heard = new HashSet<>();
        for (int k = 0; k <= j; k++) {
            JourneyStory.Moment told = moments.get(k);
            boolean counts =
                    node.fact().equals(told.fact())
                            && told.at().isAfter(story.entered())
                            && told.at().isAfter(at.minus(node.lookBack()))
                            && !told.at().isAfter(deadline);
            if (counts) {
                heard.add(told.at());
            }
        }
        return heard.stream().min(Instant::compareTo).orElse(null);
    }

    private static String fact(JourneyStory.Moment moment) {
        return Objects.requireNonNull(moment.fact());
    }
}
