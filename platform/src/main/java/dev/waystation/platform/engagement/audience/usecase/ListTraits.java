package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.SetPlan;
import dev.waystation.platform.engagement.audience.model.ComputedTrait;
import dev.waystation.platform.engagement.audience.model.MemberView;
import dev.waystation.platform.engagement.audience.model.TraitWords;
import dev.waystation.platform.foundation.edge.Said;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Computed traits in words, and what they come to for one member. */
@Service
public class ListTraits {

    /**
     * One trait.
     *
     * @param attribute its name in conditions
     * @param known how many members have a value
     */
    public record View(
            String code, Said name, String function, Said rule, String attribute, long known) {}

    /**
     * One member's value.
     *
     * @param score of a score, as of today
     * @param changesOn when time alone changes it
     */
    public record Value(
            String code,
            Said name,
            Said rule,
            Said value,
            @Nullable Double score,
            @Nullable LocalDate changesOn) {}

    private static final Said NONE = new Said("无", "none");

    private final CurrentVocabulary vocabulary;
    private final AudienceSets sets;
    private final LoadMembers members;

    ListTraits(CurrentVocabulary vocabulary, AudienceSets sets, LoadMembers members) {
        this.vocabulary = vocabulary;
        this.sets = sets;
        this.members = members;
    }

    public List<View> list() {
        Attributes catalogue = vocabulary.attributes();
        return vocabulary.traits().stream().map(trait -> view(trait, catalogue)).toList();
    }

    private View view(ComputedTrait trait, Attributes catalogue) {
        SetPlan known = new SetPlan.Present("", trait.attribute());
        return new View(
                trait.code(),
                trait.name(),
                trait.function().name().toLowerCase(Locale.ROOT),
                TraitWords.say(trait, catalogue),
                trait.attribute(),
                sets.select(known, members.today()).count());
    }

    /** Empty where nobody has that number. */
    public Optional<List<Value>> of(long memberId) {
        Attributes catalogue = vocabulary.attributes();
        return members.find(memberId)
                .map(member ->
                        vocabulary.traits().stream()
                                .map(trait -> value(trait, member, catalogue))
                                .toList());
    }

    private static Value value(ComputedTrait trait, MemberView member, Attributes catalogue) {
        boolean score = trait.function() == ComputedTrait.Function.SCORE;
        return new Value(
                trait.code(),
                trait.name(),
                TraitWords.say(trait, catalogue),
                member.said(trait, catalogue).orElse(NONE),
                score ? Math.round(member.score(trait) * 100) / 100.0 : null,
                member.changesOn(trait));
    }
}
