package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.LaunchedJourneys;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.store.CounterRows;
import dev.waystation.platform.foundation.edge.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Journeys that other modules draw, published by the same steps as those that people draw. */
@Service
class LaunchJourney implements LaunchedJourneys {

    private final DraftJourney draft;
    private final PublishJourney publish;
    private final StopJourney stop;
    private final EnterMembers enter;
    private final CounterRows counters;
    private final JsonMapper json;

    LaunchJourney(
            DraftJourney draft,
            PublishJourney publish,
            StopJourney stop,
            EnterMembers enter,
            CounterRows counters,
            JsonMapper json) {
        this.enter = enter;
        this.draft = draft;
        this.publish = publish;
        this.stop = stop;
        this.counters = counters;
        this.json = json;
    }

    @Override
    @Transactional
    public Outcome launch(String code, Said name, Map<String, Object> content, String by) {
        var command =
                new DraftJourney.Command(code, name, json.convertValue(content, Content.class));
        return switch (draft.handle(command)) {
            case DraftJourney.Outcome.Refused no -> new Outcome.Refused(List.of(no.code().name()));
            case DraftJourney.Outcome.Kept(long id) ->
                    switch (publish.handle(id, by)) {
                        case PublishJourney.Outcome.Done _ -> new Outcome.Launched(id);
                        case PublishJourney.Outcome.Refused no ->
                                new Outcome.Refused(
                                        no.problems().stream()
                                                .map(it ->
                                                        "%s %s %s"
                                                                .formatted(
                                                                        it.kind(),
                                                                        it.node(),
                                                                        it.value()))
                                                .toList());
                    };
        };
    }

    @Override
    @Transactional
    public int enter(long journeyId, List<Long> members, String by) {
        return enter.handle(journeyId, members, by);
    }

    @Override
    @Transactional
    public void stop(long journeyId, String by) {
        stop.handle(journeyId, by);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Long> cameTo(long journeyId) {
        var came = new HashMap<String, Long>();
        counters.of(journeyId).forEach((node, count) -> came.put(node, count.entered()));
        return came;
    }
}
