package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.platform.engagement.audience.TagUse;
import dev.waystation.platform.engagement.audience.TagUses;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.NodeDraft;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.foundation.edge.PublicId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Journeys that a tag opens, that ask for one, or that set one; those that were stopped do not. */
@Component
class UsesInJourneys implements TagUses {

    private final DefinitionRows definitions;

    UsesInJourneys(DefinitionRows definitions) {
        this.definitions = definitions;
    }

    @Override
    public List<TagUse> uses() {
        return definitions.all().stream()
                .filter(journey -> !journey.state().equals("stopped"))
                .flatMap(journey ->
                        tags(journey).stream()
                                .map(tag ->
                                        new TagUse(
                                                tag,
                                                "journey",
                                                PublicId.encode("jrn", journey.journeyId()),
                                                journey.name())))
                .toList();
    }

    private static Set<String> tags(DefinitionRow journey) {
        Content draft = journey.draft();
        Set<String> tags = new TreeSet<>(TagUse.asked(draft.trigger().when()));
        if (draft.trigger().when().get("tag") instanceof String opens) {
            tags.add(opens);
        }
        tags.addAll(TagUse.asked(draft.graph().exitWhen()));
        for (NodeDraft node : draft.graph().nodes()) {
            tags.addAll(TagUse.asked(node.settings()));
            if (node.settings().get("tag") instanceof String set && node.kind().equals("tag")) {
                tags.add(set);
            }
        }
        return tags;
    }
}
