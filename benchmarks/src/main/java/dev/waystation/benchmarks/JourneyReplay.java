package dev.waystation.benchmarks;

import dev.waystation.condition.Subject;
import dev.waystation.journey.Advance;
import dev.waystation.journey.Effect;
import dev.waystation.journey.Graph;
import dev.waystation.journey.Interpreter;
import dev.waystation.journey.Node;
import dev.waystation.journey.Standing;
import dev.waystation.journey.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A story played through the engine, looked at only when due, as the platform does it. */
final class JourneyReplay {

    /** Ways to get it wrong; each must show against the reference. */
    enum Fault {
        NONE,
        DICE_INSTEAD_OF_HASH,
        WAIT_COUNTED_FROM_THE_LOOK,
        ONE_OFFSET_ALL_YEAR,
        FACT_DATED_BY_ARRIVAL,
        LATE_FACT_DROPPED,
        DEAF_WHILE_PAUSED,
        SLEEPS_ON_AFTER_A_PAUSE,
        MOVES_WHILE_PAUSED,
        GOAL_MISSED,
        EXIT_MISSED,
        EXIT_RULE_NOT_ASKED,
        STALE_STEP_DONE,
        OPT_OUT_MISSED,
        CAP_COUNTS_SEVEN_DAYS,
        FOLLOWS_THE_NEWEST_VERSION,
        NO_LOOK_BACK,
        SENT_AGAIN_AFTER_A_CRASH
    }

    private final JourneyStory story;
    private final Fault fault;
    private final List<String> path = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final List<Instant> sent = new ArrayList<>();
    private Standing standing;
    private String end = "inside";

    JourneyReplay(JourneyStory story, Fault fault) {
        this.story = story;
        this.fault = fault;
        this.standing = Standing.entering(story.member(), "n0", story.entered());
    }

    JourneyWay way() {
        for (JourneyStory.Moment moment : story.moments()) {
            if (!moment.now().isBefore(story.entered()) && !standing.isOut()) {
                play(moment);
            }
        }
        return new JourneyWay(path, done, end);
    }

    private void play(JourneyStory.Moment moment) {
        boolean paused = moment.paused() && fault != Fault.MOVES_WHILE_PAUSED;
        if (moment.fact() == null) {
            if (!paused && isDue(moment.now())) {
                decided(moment, engine(moment).advance(standing, moment.now(), who(moment)));
            }
        } else {
            tell(moment, moment.fact(), paused);
        }
        while (!paused && !standing.isOut() && standsAtAnswer(moment)) {
            decided(moment, engine(moment).advance(standing, moment.now(), who(moment)));
        }
    }

    private boolean isDue(Instant now) {
        Instant wakes = standing.wakesAt();
        return wakes != null && !wakes.isAfter(now);
    }

    private void tell(JourneyStory.Moment moment, String fact, boolean paused) {
        Duration late = Duration.between(moment.at(), moment.now());
        if ((fault == Fault.DEAF_WHILE_PAUSED && paused)
                || (fault == Fault.LATE_FACT_DROPPED && late.toHours() >= 12)) {
            return;
        }
        Instant at = fault == Fault.FACT_DATED_BY_ARRIVAL ? moment.now() : moment.at();
        Interpreter engine = engine(moment);
        if (!paused) {
            decided(moment, engine.hear(standing, fact, at, moment.now(), who(moment)));
            return;
        }
        decided(moment, engine.remember(standing, fact, at));
        if (fault != Fault.SLEEPS_ON_AFTER_A_PAUSE) {
            standing = engine.awake(standing, moment.now(), who(moment));
        }
    }

    private boolean standsAtAnswer(JourneyStory.Moment moment) {
        return graph(moment).node(standing.node()) instanceof Node.Message;
    }

    /** A worker that dies before its commit leaves nothing behind; the next one decides alike. */
    private void decided(JourneyStory.Moment moment, Advance advance) {
        if (moment.crash() && fault == Fault.SENT_AGAIN_AFTER_A_CRASH) {
            advance.effects().forEach(effect -> carryOut(moment, effect));
        }
        Standing before = standing;
        standing = advance.standing();
        if (standing.isOut()) {
            end = JourneyWay.end(standing.state().name(), standing.arrivedAt(), moment.now());
        }
        for (Trace line : advance.trace()) {
            if (path.isEmpty() || !path.getLast().equals(line.node())) {
                path.add(line.node());
            }
        }
        advance.effects().forEach(effect -> carryOut(moment, effect));
        if (fault == Fault.WAIT_COUNTED_FROM_THE_LOOK
                && !standing.isOut()
                && !standing.node().equals(before.node())) {
            late(moment.now());
        }
    }

    private void late(Instant now) {
        var shifted =
                new Standing(
                        standing.member(),
                        standing.enteredAt(),
                        standing.state(),
                        standing.node(),
                        now,
                        standing.wakesAt(),
                        standing.heard());
        standing = shifted;
    }

    private void carryOut(JourneyStory.Moment moment, Effect effect) {
        if (!(effect instanceof Effect.OfferMessage message)) {
            done.add("%s due %s done %s".formatted(effect.node(), effect.at(), moment.now()));
            return;
        }
        String answer = gate(moment.now());
        done.add("%s due %s %s %s".formatted(effect.node(), effect.at(), answer, moment.now()));
        if (answer.equals(Standing.SENT)) {
            sent.add(moment.now());
        }
        if (!standing.isOut() && standing.node().equals(message.node())) {
            standing = standing.answered(message.node(), answer);
        }
    }

    private String gate(Instant now) {
        Instant out = story.optsOut();
        if (out != null && !now.isBefore(out) && fault != Fault.OPT_OUT_MISSED) {
            return Standing.WITHHELD;
        }
        long before =
                fault == Fault.CAP_COUNTS_SEVEN_DAYS
                        ? sent.stream()
                                .filter(it -> it.isAfter(now.minus(Duration.ofDays(7))))
                                .count()
                        : sent.stream().filter(it -> week(it).equals(week(now))).count();
        return before < story.cap() ? Standing.SENT : Standing.CAPPED;
    }

    private String week(Instant at) {
        var there = at.atZone(story.zone());
        return there.get(IsoFields.WEEK_BASED_YEAR)
                + "-"
                + there.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    private Subject who(JourneyStory.Moment moment) {
        return story.member(moment.now());
    }

    private Interpreter engine(JourneyStory.Moment moment) {
        ZoneId zone =
                fault == Fault.ONE_OFFSET_ALL_YEAR
                        ? story.zone().getRules().getOffset(story.entered())
                        : story.zone();
        return new Interpreter(graph(moment), zone, null);
    }

    /** The version he entered, whatever was published since. */
    private Graph graph(JourneyStory.Moment moment) {
        Instant pinned = fault == Fault.FOLLOWS_THE_NEWEST_VERSION ? moment.now() : story.entered();
        Graph it = pinned.isBefore(story.editedAt()) ? story.graph() : story.edited();
        return switch (fault) {
            case DICE_INSTEAD_OF_HASH ->
                    changed(
                            it,
                            it.salt() + moment.now(),
                            it.goalFact() != null,
                            it.exitFacts(),
                            it.late(),
                            true);
            case GOAL_MISSED -> changed(it, it.salt(), false, it.exitFacts(), it.late(), true);
            case EXIT_MISSED -> changed(it, it.salt(), true, Set.of(), it.late(), true);
            case EXIT_RULE_NOT_ASKED ->
                    changed(it, it.salt(), true, it.exitFacts(), it.late(), false);
            case STALE_STEP_DONE -> changed(it, it.salt(), true, it.exitFacts(), Map.of(), true);
            case NO_LOOK_BACK -> withoutLookBack(it);
            default -> it;
        };
    }

    private static Graph changed(
            Graph it,
            String salt,
            boolean goal,
            Set<String> exits,
            Map<String, Graph.Lateness> late,
            boolean rule) {
        return new Graph(
                salt,
                it.nodes(),
                goal ? it.goalFact() : null,
                exits,
                rule ? it.exitWhen() : null,
                late);
    }

    private static Graph withoutLookBack(Graph it) {
        return new Graph(
                it.salt(),
                it.nodes().stream().map(JourneyReplay::forward).toList(),
                it.goalFact(),
                it.exitFacts(),
                it.exitWhen(),
                it.late());
    }

    private static Node forward(Node node) {
        return node instanceof Node.Await it
                ? new Node.Await(
                        it.id(),
                        it.fact(),
                        it.patience(),
                        it.lateness(),
                        it.onFact(),
                        it.onTimeout())
                : node;
    }
}
