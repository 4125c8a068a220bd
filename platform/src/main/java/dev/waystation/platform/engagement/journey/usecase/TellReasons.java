package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Trace;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.model.FactNames;
import dev.waystation.platform.engagement.journey.model.TraceSentences;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.engagement.journey.store.TraceRows;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Why a step was reached: what let the member in, then every decision on his way. */
@Component
class TellReasons {

    private final DefinitionRows definitions;
    private final LiveJourneys journeys;
    private final TraceRows traces;

    TellReasons(DefinitionRows definitions, LiveJourneys journeys, TraceRows traces) {
        this.definitions = definitions;
        this.journeys = journeys;
        this.traces = traces;
    }

    /** The ways so far of those who are about to get a message or a tag. */
    Ways of(List<MoveEnrolments.Moved> moves) {
        List<Enrolment> acting =
                moves.stream()
                        .filter(moved -> !moved.advance().effects().isEmpty())
                        .map(MoveEnrolments.Moved::before)
                        .toList();
        Map<Long, Said> names =
                acting.isEmpty()
                        ? Map.of()
                        : definitions.all().stream()
                                .collect(
                                        Collectors.toMap(
                                                DefinitionRow::journeyId, DefinitionRow::name));
        Map<Long, List<Reason>> walked =
                traces.of(acting).stream()
                        .collect(
                                Collectors.groupingBy(
                                        TraceRows.Move::enrolmentId,
                                        Collectors.flatMapping(
                                                move ->
                                                        move.lines().stream()
                                                                .flatMap(TellReasons::of),
                                                Collectors.toList())));
        return new Ways(names, walked);
    }

    private static Stream<Reason> of(TraceRows.Line line) {
        Explanation why = line.why();
        return why == null ? Stream.empty() : reasons(line.code(), why).stream();
    }

    /** The ways of a batch, ready to be told. */
    final class Ways {

        private final Map<Long, Said> names;
        private final Map<Long, List<Reason>> walked;

        private Ways(Map<Long, Said> names, Map<Long, List<Reason>> walked) {
            this.names = names;
            this.walked = walked;
        }

        /** Why the member came to this node. */
        Explanation upTo(MoveEnrolments.Moved moved, String node) {
            Enrolment before = moved.before();
            Said journey = names.getOrDefault(before.journeyId(), Said.same(moved.code()));
            String fact =
                    journeys.version(before.journeyId(), before.version())
                            .content()
                            .trigger()
                            .fact();
            Said trigger = FactNames.of(fact);
            String date = before.context().getOrDefault("date", "");
            List<Reason> reasons = new ArrayList<>();
            reasons.add(
                    new Reason(
                            "TRIGGER",
                            true,
                            new Said(date + " " + trigger.zh(), trigger.en() + " on " + date),
                            Map.of("fact", fact, "journey", moved.code())));
            reasons.addAll(walked.getOrDefault(before.enrolmentId(), List.of()));
            for (Trace line : moved.advance().trace()) {
                if (line.node().equals(node)) {
                    break;
                }
                reasons.addAll(
                        reasons(line.code().name(), TraceSentences.of(line, VenueZone.DEFAULT)));
            }
            return new Explanation(
                    new Said(
                            "来自旅程“%s”：会员于 %s %s".formatted(journey.zh(), date, trigger.zh()),
                            "From the journey “%s”: the member %s on %s"
                                    .formatted(journey.en(), trigger.en(), date)),
                    reasons);
        }
    }

    /** Decisions are reasons; entering, waiting and sending are not. */
    private static List<Reason> reasons(String code, Explanation why) {
        return switch (code) {
            case "ARM_TAKEN", "OTHERWISE_TAKEN" -> {
                var all = new ArrayList<>(why.reasons());
                all.add(new Reason(code, true, why.sentence(), Map.of()));
                yield List.copyOf(all);
            }
            case "SHARE_TAKEN",
                    "WAITED",
                    "FACT_OCCURRED",
                    "FACT_DID_NOT_OCCUR",
                    "REPLIED",
                    "NO_REPLY" ->
                    List.of(new Reason(code, true, why.sentence(), Map.of()));
            default -> List.of();
        };
    }
}
