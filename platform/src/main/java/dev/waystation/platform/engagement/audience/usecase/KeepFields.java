package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.AttributeUse.Place;
import dev.waystation.platform.engagement.audience.model.MemberField;
import dev.waystation.platform.engagement.audience.model.MemberField.Kind;
import dev.waystation.platform.engagement.audience.model.MemberField.Merge;
import dev.waystation.platform.engagement.audience.model.MemberField.Source;
import dev.waystation.platform.engagement.audience.model.TagChoice;
import dev.waystation.platform.engagement.audience.store.FieldStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.jobs.Jobs;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Defines, changes and removes fields. Kind and class of a field stay, because values lie by them;
 * a field somebody asks for stays until nobody does.
 */
@Service
public class KeepFields {

    private static final int MOST_CHOICES = 100;
    private static final Set<Source> OPEN = EnumSet.of(Source.SYSTEM, Source.DEVICE);

    /** The field to be, and who wants it. */
    public record Command(MemberField field, String by) {
        public Command {
            Malformed.require(
                    field.code().matches("[a-z0-9_]{3,40}"),
                    "code",
                    field.code(),
                    "use 3 to 40 small letters, digits and underscores");
            Malformed.require(
                    !field.name().zh().isBlank() && !field.name().en().isBlank(),
                    "name",
                    field.name(),
                    "name it in Chinese and in English");
            List<TagChoice> choices = field.choices();
            Malformed.require(
                    choices.isEmpty() == (field.kind() != Kind.ENUM)
                            && choices.size() <= MOST_CHOICES
                            && choices.stream()
                                    .allMatch(each -> each.code().matches("[a-zA-Z0-9_]{1,60}"))
                            && choices.stream().map(TagChoice::code).distinct().count()
                                    == choices.size(),
                    "choices",
                    choices.size(),
                    "give choices with codes of their own to a field of kind enum, and to no other");
            Malformed.require(
                    !field.sources().isEmpty()
                            && field.sources().stream().distinct().count()
                                    == field.sources().size(),
                    "sources",
                    field.sources(),
                    "name each source that may write it once, the strongest first");
            Malformed.require(
                    !field.isSealed() || field.sources().stream().noneMatch(OPEN::contains),
                    "sources",
                    field.sources(),
                    "let only staff and import write what is sensitive");
            boolean sized = field.merge() == Merge.LARGEST || field.merge() == Merge.SMALLEST;
            Malformed.require(
                    !sized
                            || (!field.isSealed()
                                    && (field.kind() == Kind.NUMBER || field.kind() == Kind.DATE)),
                    "merge",
                    field.merge(),
                    "only numbers and dates that are not sealed have a largest");
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Kept() implements Outcome {}

        record Taken() implements Outcome {}

        record Unknown() implements Outcome {}

        record OtherKind() implements Outcome {}

        record InUse(List<Place> places) implements Outcome {}
    }

    private final FieldStore fields;
    private final SegmentStore rules;
    private final CurrentVocabulary vocabulary;
    private final FindUses uses;
    private final Jobs jobs;
    private final Clock clock;

    KeepFields(
            FieldStore fields,
            SegmentStore rules,
            CurrentVocabulary vocabulary,
            FindUses uses,
            Jobs jobs,
            Clock clock) {
        this.fields = fields;
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.uses = uses;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Transactional
    public Outcome define(Command command) {
        rules.lockRules();
        if (!fields.add(command.field(), command.by(), clock.instant())) {
            return new Outcome.Taken();
        }
        vocabulary.forget();
        return new Outcome.Kept();
    }

    /** Another name, other choices, ranks or merging; everybody's value is decided anew. */
    @Transactional
    public Outcome change(Command command) {
        rules.lockRules();
        MemberField wanted = command.field();
        Optional<MemberField> before = fields.find(wanted.code());
        if (before.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (before.get().kind() != wanted.kind() || before.get().guarded() != wanted.guarded()) {
            return new Outcome.OtherKind();
        }
        if (!fields.change(wanted, command.by(), clock.instant())) {
            return new Outcome.Taken();
        }
        lookAgain();
        return new Outcome.Kept();
    }

    /** Everywhere it is asked for; empty for a field there is none of. */
    @Transactional(readOnly = true)
    public Optional<List<Place>> uses(String code) {
        return fields.find(code).map(field -> uses.of(field.attribute()));
    }

    /** With every value of it. */
    @Transactional
    public Outcome remove(String code) {
        rules.lockRules();
        Optional<MemberField> field = fields.find(code);
        if (field.isEmpty()) {
            return new Outcome.Unknown();
        }
        List<Place> places = uses.of(field.get().attribute());
        if (!places.isEmpty()) {
            return new Outcome.InUse(places);
        }
        fields.remove(field.get());
        lookAgain();
        return new Outcome.Kept();
    }

    private void lookAgain() {
        vocabulary.forget();
        jobs.submit(LookAtEverybody.KIND, new LookAtEverybody.Parameters("edit"));
    }
}
