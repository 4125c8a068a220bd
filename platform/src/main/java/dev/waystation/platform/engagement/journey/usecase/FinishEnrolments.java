package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Node;
import dev.waystation.journey.Standing;
import dev.waystation.journey.Trace;
import dev.waystation.platform.engagement.journey.facts.JourneyLeft;
import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.model.NodeCount;
import dev.waystation.platform.engagement.journey.store.ConversionRows;
import dev.waystation.platform.engagement.journey.store.CounterRows;
import dev.waystation.platform.engagement.messaging.Recalls;
import dev.waystation.platform.foundation.facts.FactLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What follows when members are out: it is told, goals are kept and put down to a node, and what a
 * goal, an exit or a stop made pointless is taken out of the outbox.
 */
@Component
class FinishEnrolments {

    private final LiveJourneys journeys;
    private final ConversionRows conversions;
    private final CounterRows counters;
    private final Recalls recalls;
    private final FactLog facts;

    FinishEnrolments(
            LiveJourneys journeys,
            ConversionRows conversions,
            CounterRows counters,
            Recalls recalls,
            FactLog facts) {
        this.journeys = journeys;
        this.conversions = conversions;
        this.counters = counters;
        this.recalls = recalls;
        this.facts = facts;
    }

    void handle(List<MoveEnrolments.Moved> moves) {
        var out = moves.stream().filter(moved -> moved.advance().standing().isOut()).toList();
        facts.append(out.stream().map(FinishEnrolments::left).toList());
        recall(out.stream().filter(FinishEnrolments::isCutShort).toList());
        reach(
                out.stream()
                        .filter(it -> it.advance().standing().state() == Standing.State.CONVERTED)
                        .map(this::reached)
                        .toList());
    }

    /** Keeps goals and counts them at the nodes they are put down to. */
    void reach(List<ConversionRows.Reached> goals) {
        var sums = new CounterRows.Sums();
        for (ConversionRows.Credit credit : conversions.reach(goals)) {
            String node = credit.node();
            if (node != null) {
                sums.add(credit.journeyId(), node, NodeCount.CONVERTED);
            }
        }
        counters.add(sums);
    }

    private ConversionRows.Reached reached(MoveEnrolments.Moved moved) {
        Enrolment before = moved.before();
        Definition definition = journeys.version(before.journeyId(), before.version());
        Standing now = moved.advance().standing();
        String goal = definition.graph().goalFact();
        String key = definition.content().reEntry().key();
        return new ConversionRows.Reached(
                before.memberId(),
                before.journeyId(),
                goal == null ? now.node() : goal,
                now.arrivedAt(),
                definition.content().graph().window(),
                key,
                key == null ? null : before.context().get(key));
    }

    /**
     * A journey that ran to its end wanted all that it offered; one that was cut short does not.
     */
    private static boolean isCutShort(MoveEnrolments.Moved moved) {
        Trace last = moved.advance().trace().getLast();
        return last.values().containsKey("fact")
                || last.values().containsKey("stopped")
                || last.values().containsKey("condition");
    }

    private void recall(List<MoveEnrolments.Moved> cutShort) {
        var byInstant = new TreeMap<Instant, List<MoveEnrolments.Moved>>();
        cutShort.forEach(moved ->
                byInstant
                        .computeIfAbsent(
                                moved.advance().standing().arrivedAt(), _ -> new ArrayList<>())
                        .add(moved));
        byInstant.forEach((at, moves) -> {
            var members = new TreeSet<Long>();
            var references = new ArrayList<UUID>();
            for (MoveEnrolments.Moved moved : moves) {
                Enrolment before = moved.before();
                members.add(before.memberId());
                journeys.version(before.journeyId(), before.version()).graph().nodes().stream()
                        .filter(Node.Message.class::isInstance)
                        .map(node -> before.effectReference(node.id()))
                        .forEach(references::add);
            }
            recalls.recall(references, members, at);
        });
    }

    private static JourneyLeft left(MoveEnrolments.Moved moved) {
        Enrolment before = moved.before();
        Standing now = moved.advance().standing();
        return new JourneyLeft(
                before.enrolmentId(),
                before.memberId(),
                before.journeyId(),
                before.version(),
                now.state() == Standing.State.CONVERTED,
                now.arrivedAt());
    }
}
