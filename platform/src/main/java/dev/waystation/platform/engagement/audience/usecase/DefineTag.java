package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.ModelTags;
import dev.waystation.platform.engagement.audience.model.TagChoice;
import dev.waystation.platform.engagement.audience.model.TagKind;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a tag that people and journeys set by hand. */
@Service
public class DefineTag {

    /** Its name for programs, its name for people, its group, and what it carries. */
    public record Command(
            String code, Said name, String group, TagKind kind, List<TagChoice> choices) {

        /** A tag one has or has not. */
        public Command(String code, Said name, String group) {
            this(code, name, group, TagKind.FLAG, List.of());
        }

        public Command {
            choices = List.copyOf(choices);
            Malformed.require(
                    choices.isEmpty() == (kind != TagKind.ENUM),
                    "choices",
                    choices.size(),
                    "give choices to a tag of kind enum, and to no other");
            Malformed.require(
                    choices.size() <= MOST_CHOICES
                            && choices.stream()
                                    .allMatch(each ->
                                            each.code().matches("[a-zA-Z0-9_]{1,60}")
                                                    && !each.label().zh().isBlank()
                                                    && !each.label().en().isBlank())
                            && choices.stream().map(TagChoice::code).distinct().count()
                                    == choices.size(),
                    "choices",
                    choices,
                    "give each a code of its own and a name in Chinese and in English");
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
            Malformed.require(
                    !group.equals(ModelTags.GROUP),
                    "group",
                    group,
                    "choose another group; tags of models come with their models");
        }
    }

    private static final int MOST_CHOICES = 100;

    /** What became of it. */
    public sealed interface Outcome {
        record Defined() implements Outcome {}

        record CodeTaken() implements Outcome {}

        record UnknownGroup() implements Outcome {}
    }

    private final SegmentStore rules;
    private final TagStore tags;
    private final KeepTagGroups groups;
    private final CurrentVocabulary vocabulary;

    DefineTag(
            SegmentStore rules, TagStore tags, KeepTagGroups groups, CurrentVocabulary vocabulary) {
        this.rules = rules;
        this.tags = tags;
        this.groups = groups;
        this.vocabulary = vocabulary;
    }

    @Transactional
    public Outcome handle(Command command) {
        if (!groups.all().containsKey(command.group())) {
            return new Outcome.UnknownGroup();
        }
        rules.lockRules();
        boolean isNew =
                tags.define(
                        new TagStore.Tag(
                                command.code(),
                                command.name(),
                                command.group(),
                                null,
                                command.kind(),
                                command.choices()));
        vocabulary.forget();
        return isNew ? new Outcome.Defined() : new Outcome.CodeTaken();
    }
}
