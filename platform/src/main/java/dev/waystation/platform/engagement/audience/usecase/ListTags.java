package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Sentence;
import dev.waystation.condition.TypeCheck;
import dev.waystation.platform.engagement.audience.model.Told;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Tags with their rules in words and how many members carry them. */
@Service
public class ListTags {

    /** One tag. */
    public record View(String code, Said name, String kind, Said rule, long count) {}

    private final TagStore tags;
    private final CurrentVocabulary vocabulary;

    ListTags(TagStore tags, CurrentVocabulary vocabulary) {
        this.tags = tags;
        this.vocabulary = vocabulary;
    }

    public List<View> list() {
        Attributes catalogue = vocabulary.attributes();
        Map<String, Long> counts = tags.counts();
        return tags.definitions().stream()
                .map(tag ->
                        new View(
                                tag.key(),
                                tag.name(),
                                "rule",
                                Told.said(
                                        Sentence.of(
                                                TypeCheck.parse(tag.condition(), catalogue),
                                                catalogue)),
                                counts.getOrDefault(tag.key(), 0L)))
                .toList();
    }
}
