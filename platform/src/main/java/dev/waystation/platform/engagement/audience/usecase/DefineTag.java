package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a tag that people and journeys set by hand. */
@Service
public class DefineTag {

    /** Its name for programs, its name for people, and the group it is shown in. */
    public record Command(String code, Said name, String group) {
        public Command {
            Malformed.require(
                    code.matches("[a-z0-9_]{3,60}"),
                    "code",
                    code,
                    "use 3 to 60 small letters, digits and underscores");
            Malformed.require(
                    !name.zh().isBlank() && !name.en().isBlank(),
                    "name",
                    name,
                    "name it in Chinese and in English");
            Malformed.require(
                    group.matches("[a-z_]{2,30}"), "group", group, "use 2 to 30 small letters");
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Defined() implements Outcome {}

        record CodeTaken() implements Outcome {}
    }

    private final SegmentStore rules;
    private final TagStore tags;
    private final CurrentVocabulary vocabulary;

    DefineTag(SegmentStore rules, TagStore tags, CurrentVocabulary vocabulary) {
        this.rules = rules;
        this.tags = tags;
        this.vocabulary = vocabulary;
    }

    @Transactional
    public Outcome handle(Command command) {
        rules.lockRules();
        boolean isNew =
                tags.define(
                        new TagStore.Tag(command.code(), command.name(), command.group(), null));
        vocabulary.forget();
        return isNew ? new Outcome.Defined() : new Outcome.CodeTaken();
    }
}
