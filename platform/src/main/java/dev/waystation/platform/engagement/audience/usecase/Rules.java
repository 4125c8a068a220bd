package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Attributes;
import dev.waystation.platform.engagement.audience.model.Rule;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rules in force, compiled against the catalogue of now. */
@Component
class Rules {

    /** One reading of all rules. */
    record InForce(Attributes catalogue, List<Rule<String>> tags, List<Rule<Long>> segments) {}

    private final CurrentVocabulary vocabulary;
    private final TagStore tags;
    private final SegmentStore segments;

    Rules(CurrentVocabulary vocabulary, TagStore tags, SegmentStore segments) {
        this.vocabulary = vocabulary;
        this.tags = tags;
        this.segments = segments;
    }

    /** The rules as they stand, and stay until the running transaction ends. */
    InForce hold() {
        segments.holdRules();
        return read();
    }

    InForce read() {
        Attributes catalogue = vocabulary.attributes();
        return new InForce(
                catalogue,
                tags.definitions().stream()
                        .map(t -> Rule.of(t.key(), t.name(), t.condition(), catalogue))
                        .toList(),
                segments.published().stream()
                        .map(s -> Rule.of(s.key(), s.name(), s.condition(), catalogue))
                        .toList());
    }
}
