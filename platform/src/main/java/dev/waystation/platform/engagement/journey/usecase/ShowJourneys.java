package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.GraphProblem;
import dev.waystation.platform.engagement.journey.Journeys;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.NodeCount;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.journey.store.CounterRows;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Journeys with their figures, as the console draws them. */
@Service
public class ShowJourneys implements Journeys {

    /** One journey, who went through it, and what keeps its draft from being published. */
    public record JourneyView(
            String id,
            String code,
            Said name,
            String state,
            int version,
            Trigger trigger,
            ReEntry reEntry,
            GraphDraft graph,
            @Nullable Integer priority,
            Map<String, Counter> counters,
            long enrolled,
            long active,
            long completed,
            long converted,
            @Nullable Instant publishedAt,
            List<GraphProblem> problems) {}

    /** Figures of one node. */
    public record Counter(
            long entered,
            long waiting,
            long done,
            long left,
            long withheld,
            long failed,
            long converted) {}

    private final DefinitionRows definitions;
    private final CounterRows counters;
    private final FindProblems problems;

    ShowJourneys(DefinitionRows definitions, CounterRows counters, FindProblems problems) {
        this.definitions = definitions;
        this.counters = counters;
        this.problems = problems;
    }

    @Transactional(readOnly = true)
    public Optional<JourneyView> one(long journeyId) {
        return definitions.one(journeyId).map(this::view);
    }

    @Transactional(readOnly = true)
    public List<JourneyView> all() {
        return definitions.all().stream().map(this::view).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Card> card(long journeyId) {
        return definitions.one(journeyId).map(ShowJourneys::cardOf);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Card> coded(String code) {
        return definitions.byCode(code).map(ShowJourneys::cardOf);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Card> cards() {
        return definitions.all().stream().map(ShowJourneys::cardOf).toList();
    }

    private JourneyView view(DefinitionRow row) {
        CounterRows.Totals totals = counters.totals(row.journeyId());
        Map<String, Counter> figures = new TreeMap<>();
        counters.of(row.journeyId()).forEach((node, count) -> figures.put(node, counter(count)));
        return new JourneyView(
                PublicId.encode("jrn", row.journeyId()),
                row.code(),
                row.name(),
                row.state(),
                row.version(),
                row.draft().trigger(),
                row.draft().reEntry(),
                row.draft().graph(),
                row.draft().priority(),
                figures,
                totals.entered(),
                totals.active(),
                totals.converted() + totals.departed(),
                totals.converted(),
                row.publishedAt(),
                problems.handle(row.code(), row.draft()));
    }

    private static Counter counter(NodeCount count) {
        return new Counter(
                count.entered(),
                count.waiting(),
                count.done(),
                count.departed(),
                count.withheld(),
                count.failed(),
                count.converted());
    }

    private static Card cardOf(DefinitionRow row) {
        return new Card(row.journeyId(), row.code(), row.name(), row.state(), row.version());
    }
}
