package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Advance;
import dev.waystation.journey.Standing;
import dev.waystation.journey.Trace;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.model.NodeCount;
import dev.waystation.platform.engagement.journey.model.TraceSentences;
import dev.waystation.platform.engagement.journey.store.CounterRows;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import dev.waystation.platform.engagement.journey.store.TraceRows;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries out what the interpreter decided for a batch: standings, messages, traces, counters and
 * facts, each in one statement, all in the transaction of the caller.
 */
@Component
class MoveEnrolments {

    private final EnrolmentRows enrolments;
    private final TraceRows traces;
    private final CounterRows counters;
    private final CarryOutEffects effects;
    private final FinishEnrolments finish;

    MoveEnrolments(
            EnrolmentRows enrolments,
            TraceRows traces,
            CounterRows counters,
            CarryOutEffects effects,
            FinishEnrolments finish) {
        this.enrolments = enrolments;
        this.traces = traces;
        this.counters = counters;
        this.effects = effects;
        this.finish = finish;
    }

    /** An enrolment as it stood and what the interpreter answered. */
    record Moved(Enrolment before, String code, Advance advance) {}

    /** Notes steps that broke; whoever stands there is tried again. */
    void fail(List<Enrolment> stuck) {
        enrolments.move(stuck);
        var sums = new CounterRows.Sums();
        stuck.forEach(it -> sums.add(it.journeyId(), it.standing().node(), NodeCount.FAILED));
        counters.add(sums);
    }

    void handle(List<Moved> moves) {
        Map<UUID, StepAnswer> answers = effects.handle(moves);
        var standings = new ArrayList<Enrolment>();
        var ways = new ArrayList<TraceRows.Move>();
        var sums = new CounterRows.Sums();
        var sentences = new HashMap<Trace, Explanation>();
        for (Moved moved : moves) {
            Enrolment before = moved.before();
            Standing now = moved.advance().standing();
            var lines = new ArrayList<TraceRows.Line>();
            for (Trace line : moved.advance().trace()) {
                lines.add(
                        said(
                                line,
                                line.code().name(),
                                sentences.computeIfAbsent(line, MoveEnrolments::explain)));
                sums.add(before.journeyId(), line.node(), NodeCount.of(line));
                StepAnswer answer = answers.get(before.effectReference(line.node()));
                if (answer != null && asks(line.code())) {
                    now = told(now, line, answer);
                    lines.add(said(line, answer.code(), answer.why()));
                    if (answer.withheld()) {
                        sums.add(before.journeyId(), line.node(), NodeCount.WITHHELD);
                    }
                }
            }
            ways.add(move(before, lines));
            standings.add(moved(before, before.stepCount() + lines.size(), now));
        }
        enrolments.move(standings);
        traces.insert(ways);
        counters.add(sums);
        finish.handle(moves);
    }

    private static TraceRows.Move move(Enrolment of, List<TraceRows.Line> lines) {
        return new TraceRows.Move(of.memberId(), of.enrolmentId(), of.stepCount() + 1, lines);
    }

    private static TraceRows.Line said(Trace line, String code, @Nullable Explanation why) {
        return new TraceRows.Line(line.node(), code, line.at(), why);
    }

    private static Explanation explain(Trace line) {
        return TraceSentences.of(line, VenueZone.DEFAULT);
    }

    private static boolean asks(Trace.Code code) {
        return code == Trace.Code.MESSAGE_OFFERED
                || code == Trace.Code.GRANTED
                || code == Trace.Code.DONE;
    }

    private static Enrolment moved(Enrolment before, int stepCount, Standing now) {
        return new Enrolment(
                before.memberId(),
                before.enrolmentId(),
                before.journeyId(),
                before.version(),
                before.context(),
                stepCount,
                now);
    }

    /** A member who stands at a message that asks is told what the gate said. */
    private static Standing told(Standing now, Trace line, StepAnswer answer) {
        boolean standsThere =
                line.code() == Trace.Code.MESSAGE_OFFERED
                        && !now.isOut()
                        && now.node().equals(line.node());
        return standsThere ? now.answered(line.node(), answer.gate()) : now;
    }
}
