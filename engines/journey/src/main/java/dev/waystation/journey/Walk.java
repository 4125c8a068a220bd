package dev.waystation.journey;

import static dev.waystation.journey.Trace.Code.*;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Evaluator;
import dev.waystation.condition.Explanation;
import dev.waystation.condition.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One member's walk from where he stands to the next wait that is not over. Used once. */
final class Walk {

    private static final Evaluator EVALUATOR = Evaluator.declared();

    private final Graph graph;
    private final WaitEnds waits;
    private final Instant now;
    private final Subject member;
    private final @Nullable Attributes catalogue;
    private final List<Effect> effects = new ArrayList<>();
    private final List<Trace> trace = new ArrayList<>();
    private Standing standing;

    Walk(
            Graph graph,
            ZoneId zone,
            Standing standing,
            Instant now,
            Subject member,
            @Nullable Attributes catalogue) {
        this.graph = graph;
        this.waits = new WaitEnds(zone);
        this.standing = standing;
        this.now = now;
        this.member = member;
        this.catalogue = catalogue;
    }

    Advance onwards() {
        Optional<Arrival> next = leave(graph.node(standing.node()));
        while (next.isPresent()) {
            Node node = graph.node(next.get().node());
            next = arrive(node, next.get().at());
        }
        return new Advance(standing, effects, trace);
    }

    /** Whether there is anything to do now: his wait is over, or what it hangs on has moved. */
    boolean goesOn() {
        return leave(graph.node(standing.node())).isPresent() || !trace.isEmpty();
    }

    private record Arrival(String node, Instant at) {}

    /** The way out of the node he stands at, if his wait there is over. */
    private Optional<Arrival> leave(Node node) {
        Instant since = standing.arrivedAt();
        return switch (node) {
            case Node.Entry entry -> {
                if (since.isAfter(now)) {
                    yield Optional.empty();
                }
                say(entry, ENTERED, since, Map.of());
                yield to(entry.next(), since);
            }
            case Node.WaitFor wait -> afterWait(wait, since.plus(wait.length()), wait.next());
            case Node.WaitUntil wait ->
                    afterWait(wait, waits.nextLocalTime(wait, since), wait.next());
            case Node.Await await -> afterAwait(await, since);
            case Node.WaitBy wait -> afterInstant(wait, since);
            case Node.Message message -> afterAnswer(message, since);
            case Node.Ask ask -> afterReply(ask, since);
            case Node.Branch _, Node.Split _, Node.Tag _, Node.Grant _, Node.Act _, Node.Exit _ ->
                    throw new IllegalStateException(
                            "Member %s stands at %s, where nobody waits"
                                    .formatted(standing.member(), node.id()));
        };
    }

    private Optional<Arrival> arrive(Node node, Instant at) {
        Graph.Lateness late = graph.late().get(node.id());
        if (late != null && now.isAfter(at.plus(late.most()))) {
            return passBy(node, at, late);
        }
        return switch (node) {
            case Node.Entry _ ->
                    throw new IllegalStateException(
                            "An arrow leads back to the entry %s".formatted(node.id()));
            case Node.WaitFor wait -> rest(wait, at, at.plus(wait.length()));
            case Node.WaitUntil wait -> rest(wait, at, waits.nextLocalTime(wait, at));
            case Node.WaitBy wait -> {
                Instant until = waits.instant(wait, member);
                yield rest(wait, at, until == null ? at : until);
            }
            case Node.Await await ->
                    rest(await, at, at.plus(await.patience()).plus(await.lateness()));
            case Node.Branch branch -> choose(branch, at);
            case Node.Split split -> divide(split, at);
            case Node.Message message when wantsOut(message, at) -> Optional.empty();
            case Node.Message message -> {
                effects.add(
                        new Effect.OfferMessage(
                                message.id(),
                                at,
                                message.channel(),
                                message.purpose(),
                                message.template()));
                say(message, MESSAGE_OFFERED, at, Map.of("template", message.template()));
                if (message.asks()) {
                    standing = standing.waitingAt(message.id(), at, at);
                    yield Optional.empty();
                }
                yield to(message.next(), at);
            }
            case Node.Tag tag -> {
                effects.add(new Effect.ChangeTag(tag.id(), at, tag.tag(), tag.adds()));
                say(tag, tag.adds() ? TAG_ADDED : TAG_REMOVED, at, Map.of("tag", tag.tag()));
                yield to(tag.next(), at);
            }
            case Node.Grant grant -> {
                effects.add(
                        new Effect.Give(
                                grant.id(), at, grant.kind(), grant.what(), grant.amount()));
                say(
                        grant,
                        GRANTED,
                        at,
                        Map.of(
                                "kind", grant.kind(),
                                "what", grant.what(),
                                "amount", grant.amount()));
                yield to(grant.next(), at);
            }
            case Node.Act act -> {
                effects.add(new Effect.Do(act.id(), at, act.kind(), act.with()));
                var values = new HashMap<String, Object>(act.with());
                values.put("kind", act.kind());
                say(act, DONE, at, values);
                yield to(act.next(), at);
            }
            case Node.Ask ask -> {
                Instant until = now.plus(ask.patience());
                effects.add(new Effect.AskThere(ask.id(), at, ask.address(), until));
                standing = standing.waitingAt(ask.id(), at, until);
                say(ask, ASKED, at, Map.of("until", until.toString()));
                yield Optional.empty();
            }
            case Node.Exit exit -> {
                standing =
                        standing.out(
                                exit.goal() ? Standing.State.CONVERTED : Standing.State.LEFT,
                                exit.id(),
                                at);
                say(exit, exit.goal() ? GOAL_REACHED : LEFT, at, Map.of("reason", exit.reason()));
                yield Optional.empty();
            }
        };
    }

    /** Overdue: on to what comes after it, or out. */
    private Optional<Arrival> passBy(Node node, Instant at, Graph.Lateness late) {
        say(node, TOO_LATE, at, Map.of("most", late.most().toString()));
        if (late.leaves()) {
            standing = standing.out(Standing.State.LEFT, node.id(), at);
            return Optional.empty();
        }
        return to(node.targets().getFirst(), at);
    }

    /** Whether what makes a member leave holds now that something would be said to him. */
    private boolean wantsOut(Node.Message message, Instant at) {
        Condition exit = graph.exitWhen();
        if (exit == null) {
            return false;
        }
        Explanation answer = Explanation.of(exit, EVALUATOR, member, catalogue);
        if (answer.held()) {
            standing = standing.out(Standing.State.LEFT, message.id(), at);
            say(message, LEFT, at, Map.of("condition", true), answer.leaves());
        }
        return answer.held();
    }

    /** The gate has spoken, or he stands here until it has. */
    private Optional<Arrival> afterAnswer(Node.Message message, Instant since) {
        String answer = standing.answerTo(message.id());
        if (answer == null) {
            return Optional.empty();
        }
        say(message, ANSWER_TAKEN, since, Map.of("answer", answer));
        return to(message.after(answer), since);
    }

    /** The other system has spoken, or patience is over, or he stands here until either. */
    private Optional<Arrival> afterReply(Node.Ask ask, Instant since) {
        Standing.Heard reply = standing.replyTo(ask.id());
        if (reply != null) {
            Instant on = reply.at().isAfter(since) ? reply.at() : since;
            say(ask, REPLIED, on, Map.of("answer", reply.fact()));
            return to(reply.fact().equals(Standing.ANSWERED) ? ask.next() : ask.onFailed(), on);
        }
        Instant until = standing.wakesAt();
        if (until == null || until.isAfter(now)) {
            return Optional.empty();
        }
        say(ask, NO_REPLY, until, Map.of());
        return to(ask.onTimeout(), until);
    }

    /** Reads anew what the wait hangs on, and moves the wait when that has moved. */
    private Optional<Arrival> afterInstant(Node.WaitBy wait, Instant since) {
        Instant until = waits.instant(wait, member);
        if (until == null) {
            say(wait, NOTHING_TO_WAIT_FOR, since, Map.of("path", wait.path()));
            return to(wait.onAbsent(), since);
        }
        if (until.isAfter(now) && !until.equals(standing.wakesAt())) {
            standing = standing.waitingAt(wait.id(), since, until);
            say(wait, WAIT_MOVED, since, Map.of("until", until.toString()));
        }
        return afterWait(wait, until.isAfter(since) ? until : since, wait.next());
    }

    private Optional<Arrival> rest(Node node, Instant since, Instant until) {
        standing = standing.waitingAt(node.id(), since, until);
        say(node, WAITS, since, Map.of("until", until.toString()));
        return leave(node);
    }

    private Optional<Arrival> afterWait(Node wait, Instant until, String next) {
        if (until.isAfter(now)) {
            return Optional.empty();
        }
        say(wait, WAITED, until, Map.of());
        return to(next, until);
    }

    private Optional<Arrival> afterAwait(Node.Await await, Instant since) {
        Instant deadline = since.plus(await.patience());
        Standing.Heard heard = standing.heardFor(await, since);
        if (heard != null) {
            // what happened before he came here lets him on at once, not earlier
            Instant on = heard.at().isAfter(since) ? heard.at() : since;
            say(await, FACT_OCCURRED, on, Map.of("fact", await.fact()));
            return to(await.onFact(), on);
        }
        if (deadline.plus(await.lateness()).isAfter(now)) {
            return Optional.empty();
        }
        say(await, FACT_DID_NOT_OCCUR, deadline, Map.of("fact", await.fact()));
        return to(await.onTimeout(), deadline);
    }

    private Optional<Arrival> choose(Node.Branch branch, Instant at) {
        var looked = new ArrayList<Explanation.Leaf>();
        for (Node.Branch.Arm arm : branch.arms()) {
            Explanation answer = Explanation.of(arm.condition(), EVALUATOR, member, catalogue);
            looked.addAll(answer.leaves());
            if (answer.held()) {
                say(branch, ARM_TAKEN, at, Map.of("arm", arm.label()), looked);
                return to(arm.next(), at);
            }
        }
        say(branch, OTHERWISE_TAKEN, at, Map.of(), looked);
        return to(branch.otherwise(), at);
    }

    private Optional<Arrival> divide(Node.Split split, Instant at) {
        @Nullable String trial = split.trial();
        String salt = trial == null ? graph.salt() + "/" + split.id() : trial;
        int bucket = Bucket.of(salt, standing.member());
        int upTo = 0;
        for (Node.Split.Share share : split.shares()) {
            upTo += share.perTenThousand();
            if (bucket < upTo) {
                if (trial != null) {
                    effects.add(new Effect.ShowArm(split.id(), at, trial, share.label()));
                }
                say(split, SHARE_TAKEN, at, Map.of("arm", share.label(), "bucket", bucket));
                return to(share.next(), at);
            }
        }
        throw new IllegalStateException(
                "The shares of %s end at %d, the bucket is %d".formatted(split.id(), upTo, bucket));
    }

    private static Optional<Arrival> to(String node, Instant at) {
        return Optional.of(new Arrival(node, at));
    }

    private void say(Node node, Trace.Code code, Instant at, Map<String, Object> values) {
        say(node, code, at, values, List.of());
    }

    private void say(
            Node node,
            Trace.Code code,
            Instant at,
            Map<String, Object> values,
            List<Explanation.Leaf> reasons) {
        trace.add(new Trace(node.id(), code, at, values, reasons));
    }
}
