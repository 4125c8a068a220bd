package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.GraphProblem;
import dev.waystation.platform.engagement.journey.Journeys;
import dev.waystation.platform.engagement.journey.model.NodeCount;
import dev.waystation.platform.engagement.journey.store.CounterRows;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Journeys with their figures. */
@Service
public class ShowJourneys implements Journeys {

    /** One journey, who went through it, and what keeps its draft from being published. */
    public record View(
            DefinitionRow journey,
            CounterRows.Totals totals,
            Map<String, NodeCount> counters,
            List<GraphProblem> problems) {}

    private final DefinitionRows definitions;
    private final CounterRows counters;
    private final PublishJourney publish;

    ShowJourneys(DefinitionRows definitions, CounterRows counters, PublishJourney publish) {
        this.definitions = definitions;
        this.counters = counters;
        this.publish = publish;
    }

    @Transactional(readOnly = true)
    public Optional<View> one(long journeyId) {
        return definitions.one(journeyId).map(this::view);
    }

    @Transactional(readOnly = true)
    public List<View> all() {
        return definitions.all().stream().map(this::view).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Card> card(long journeyId) {
        return definitions.one(journeyId).map(ShowJourneys::cardOf);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Card> cards() {
        return definitions.all().stream().map(ShowJourneys::cardOf).toList();
    }

    private View view(DefinitionRow row) {
        return new View(
                row,
                counters.totals(row.journeyId()),
                counters.of(row.journeyId()),
                publish.problems(row));
    }

    private static Card cardOf(DefinitionRow row) {
        return new Card(row.journeyId(), row.code(), row.name(), row.state(), row.version());
    }
}
