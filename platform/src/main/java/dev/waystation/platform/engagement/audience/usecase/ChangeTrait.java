package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Attribute;
import dev.waystation.condition.Attributes;
import dev.waystation.platform.engagement.audience.AttributeUse.Place;
import dev.waystation.platform.engagement.audience.model.ComputedTrait;
import dev.waystation.platform.engagement.audience.model.TraitWords;
import dev.waystation.platform.engagement.audience.store.ComputedTraitStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes and removes computed traits. While something asks for one it stays, and what it answers
 * stays of its kind; window, weights, levels and names may change at any time.
 */
@Service
public class ChangeTrait {

    /** What became of it. */
    public sealed interface Outcome {
        record Done(JobView job) implements Outcome {}

        record Unknown() implements Outcome {}

        record Taken() implements Outcome {}

        record InUse(List<Place> places) implements Outcome {}
    }

    private final ComputedTraitStore traits;
    private final SegmentStore rules;
    private final CurrentVocabulary vocabulary;
    private final FindUses uses;
    private final Jobs jobs;
    private final Clock clock;

    ChangeTrait(
            ComputedTraitStore traits,
            SegmentStore rules,
            CurrentVocabulary vocabulary,
            FindUses uses,
            Jobs jobs,
            Clock clock) {
        this.traits = traits;
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.uses = uses;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Everywhere it is asked for; empty for a trait there is none of. */
    @Transactional(readOnly = true)
    public Optional<List<Place>> uses(String code) {
        return find(code).map(trait -> uses.of(trait.attribute()));
    }

    @Transactional
    public Outcome change(DefineTrait.Command command) {
        ComputedTrait wanted = command.trait();
        Attributes catalogue = vocabulary.attributes();
        DefineTrait.fits(wanted, catalogue);
        rules.lockRules();
        Optional<ComputedTrait> before = find(wanted.code());
        if (before.isEmpty()) {
            return new Outcome.Unknown();
        }
        List<Place> places = uses.of(before.get().attribute());
        if (!places.isEmpty() && !asked(wanted, catalogue).equals(asked(before.get(), catalogue))) {
            return new Outcome.InUse(places);
        }
        if (!traits.change(wanted, command.by(), clock.instant())) {
            return new Outcome.Taken();
        }
        return lookAgain();
    }

    @Transactional
    public Outcome remove(String code) {
        rules.lockRules();
        Optional<ComputedTrait> trait = find(code);
        if (trait.isEmpty()) {
            return new Outcome.Unknown();
        }
        List<Place> places = uses.of(trait.get().attribute());
        if (!places.isEmpty()) {
            return new Outcome.InUse(places);
        }
        traits.remove(code);
        return lookAgain();
    }

    private Optional<ComputedTrait> find(String code) {
        return traits.all().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** Name and kind, by which rules were checked. */
    private static String asked(ComputedTrait trait, Attributes catalogue) {
        return trait.attribute()
                + TraitWords.attribute(trait, catalogue).map(Attribute::kind).orElse(null);
    }

    private Outcome lookAgain() {
        vocabulary.forget();
        return new Outcome.Done(
                jobs.submit(LookAtEverybody.KIND, new LookAtEverybody.Parameters("edit")));
    }
}
