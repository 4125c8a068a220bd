package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Attribute;
import dev.waystation.condition.Attributes;
import dev.waystation.condition.Happening;
import dev.waystation.condition.Kind;
import dev.waystation.condition.TypeCheck;
import dev.waystation.platform.engagement.audience.model.ComputedTrait;
import dev.waystation.platform.engagement.audience.model.ComputedTrait.Function;
import dev.waystation.platform.engagement.audience.model.TraitWords;
import dev.waystation.platform.engagement.audience.store.ComputedTraitStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.Jobs;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Defines a computed trait. From then on every event and every due day works it out anew for the
 * one member concerned; a job does so for everybody else.
 */
@Service
public class DefineTrait {

    private static final int MOST_SOURCES = 20;
    private static final int MOST_LEVELS = 10;
    private static final int LONGEST_DAYS = 1_095;

    /** What is to be computed, and who wants it. */
    public record Command(ComputedTrait trait, String by) {
        public Command {
            Malformed.require(
                    trait.code().matches("[a-z0-9_]{3,40}"),
                    "code",
                    trait.code(),
                    "use 3 to 40 small letters, digits and underscores");
            Malformed.require(
                    !trait.name().zh().isBlank() && !trait.name().en().isBlank(),
                    "name",
                    trait.name(),
                    "name it in Chinese and in English");
            boolean score = trait.function() == Function.SCORE;
            int sources = trait.sources().size();
            Malformed.require(
                    sources >= 1 && sources <= (score ? MOST_SOURCES : 1),
                    "sources",
                    sources,
                    "name one event; a score takes up to 20");
            Malformed.require(
                    trait.withinDays() >= 0 && trait.withinDays() <= LONGEST_DAYS,
                    "withinDays",
                    trait.withinDays(),
                    "give 1 to 1095 days, or 0 for ever");
            Malformed.require(
                    score
                            ? trait.halfLifeDays() >= 1 && trait.halfLifeDays() <= LONGEST_DAYS
                            : trait.halfLifeDays() == 0,
                    "halfLifeDays",
                    trait.halfLifeDays(),
                    "give a score a half-life of 1 to 1095 days, and nothing else one");
            levels(trait, score);
        }

        private static void levels(ComputedTrait trait, boolean score) {
            Set<Object> seen = new HashSet<>();
            boolean distinct =
                    trait.levels().stream()
                            .allMatch(level ->
                                    level.atLeast() >= 1
                                            && level.code().matches("[a-z0-9_]{1,30}")
                                            && seen.add(level.code())
                                            && seen.add(level.atLeast()));
            Malformed.require(
                    distinct && (score ? !trait.levels().isEmpty() : trait.levels().isEmpty()),
                    "levels",
                    trait.levels().size(),
                    "give a score levels with a code and a least score of their own");
            Malformed.require(
                    trait.levels().size() <= MOST_LEVELS
                            && trait.sources().stream().allMatch(source -> source.weight() >= 1),
                    "levels",
                    trait.levels().size(),
                    "give at most 10 levels, and weights of 1 or more");
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Defined(JobView job) implements Outcome {}

        record Taken() implements Outcome {}
    }

    private final ComputedTraitStore traits;
    private final SegmentStore rules;
    private final CurrentVocabulary vocabulary;
    private final Jobs jobs;
    private final Clock clock;

    DefineTrait(
            ComputedTraitStore traits,
            SegmentStore rules,
            CurrentVocabulary vocabulary,
            Jobs jobs,
            Clock clock) {
        this.traits = traits;
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        ComputedTrait trait = command.trait();
        fits(trait, vocabulary.attributes());
        rules.lockRules();
        if (!traits.add(trait, command.by(), clock.instant())) {
            return new Outcome.Taken();
        }
        vocabulary.forget();
        return new Outcome.Defined(
                jobs.submit(LookAtEverybody.KIND, new LookAtEverybody.Parameters("trait")));
    }

    /** Events, properties and questions must be those of the catalogue. */
    static void fits(ComputedTrait trait, Attributes catalogue) {
        for (ComputedTrait.Source source : trait.sources()) {
            Happening happening =
                    catalogue
                            .happening(source.event())
                            .orElseThrow(() ->
                                    new Malformed(
                                            "sources.event",
                                            source.event(),
                                            "name an event that segments can ask for"));
            Map<String, Object> where = source.where();
            if (where != null) {
                Attributes properties = new Attributes(happening.properties(), java.util.List.of());
                Malformed.require(
                        TypeCheck.problems(
                                        dev.waystation.condition.ConditionReader.read(where)
                                                .condition(),
                                        properties)
                                .isEmpty(),
                        "sources.where",
                        where,
                        "ask for properties of that event");
            }
        }
        Kind kind = TraitWords.property(trait, catalogue).map(Attribute::kind).orElse(null);
        Malformed.require(
                (trait.property() == null) == (kind == null),
                "property",
                trait.property(),
                "name a property of that event");
        Malformed.require(
                !trait.function().needsProperty() || kind != null,
                "property",
                trait.property(),
                "name a property of that event");
        Malformed.require(
                trait.function() != Function.SUM || kind == Kind.WHOLE,
                "property",
                trait.property(),
                "a sum needs a property of whole numbers");
    }
}
