package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.journey.SeedJourneys;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.foundation.edge.Said;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The journeys every operator begins with, written in {@code ready/journeys.json}. */
@Service
class ReadyJourneys implements SeedJourneys {

    private record Ready(
            String code, Said name, Trigger trigger, ReEntry reEntry, GraphDraft graph) {}

    private record Book(List<Template.Draft> templates, List<Ready> journeys) {}

    private final Templates templates;
    private final DefinitionRows definitions;
    private final DraftJourney draft;
    private final PublishJourney publish;
    private final JsonMapper json;

    ReadyJourneys(
            Templates templates,
            DefinitionRows definitions,
            DraftJourney draft,
            PublishJourney publish,
            JsonMapper json) {
        this.templates = templates;
        this.definitions = definitions;
        this.draft = draft;
        this.publish = publish;
        this.json = json;
    }

    @Override
    @Transactional
    public void seed() {
        Book book = book();
        book.templates().forEach(templates::publish);
        book.journeys().stream()
                .filter(ready -> definitions.byCode(ready.code()).isEmpty())
                .forEach(this::publish);
    }

    private void publish(Ready ready) {
        var content = new Content(ready.trigger(), ready.reEntry(), ready.graph());
        var command = new DraftJourney.Command(ready.code(), ready.name(), content);
        if (!(draft.handle(command) instanceof DraftJourney.Outcome.Kept(long id))) {
            throw new IllegalStateException(ready.code() + " could not be drafted");
        }
        if (publish.handle(id, "system") instanceof PublishJourney.Outcome.Refused refused) {
            throw new IllegalStateException(
                    "%s was refused: %s %s"
                            .formatted(ready.code(), refused.code(), refused.problems()));
        }
    }

    private Book book() {
        try (InputStream text = new ClassPathResource("ready/journeys.json").getInputStream()) {
            return json.readValue(text, Book.class);
        } catch (IOException e) {
            throw new UncheckedIOException("ready/journeys.json can't be read", e);
        }
    }
}
