package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Condition;
import dev.waystation.condition.Face;
import dev.waystation.condition.SetFace;
import dev.waystation.condition.SetPlan;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Says about how many a condition selects, from a sample, while the exact count is on its way. */
@Service
public class EstimateSegment {

    /**
     * About how many, and between which two numbers it is in 95 of 100 cases.
     *
     * @param exact whether everybody was asked, so that it is no estimate
     */
    public record Estimated(int about, int low, int high, int asked, int universe, boolean exact) {}

    private final ReadConditions read;
    private final CurrentVocabulary vocabulary;
    private final AudienceSets sets;
    private final LoadMembers members;

    EstimateSegment(
            ReadConditions read,
            CurrentVocabulary vocabulary,
            AudienceSets sets,
            LoadMembers members) {
        this.read = read;
        this.vocabulary = vocabulary;
        this.sets = sets;
        this.members = members;
    }

    /** Empty where the bitmaps cannot carry the condition: then only the count can tell. */
    public Optional<Estimated> handle(@Nullable Object json) {
        Condition condition = read.parse(json);
        return switch (SetFace.compile(condition, vocabulary.attributes())) {
            case Face.Refused<SetPlan> _ -> Optional.empty();
            case Face.Carried<SetPlan>(SetPlan plan) -> {
                Sampling.Seen seen = sets.sampled(plan, members.today());
                yield Optional.of(
                        new Estimated(
                                seen.about(),
                                seen.low(),
                                seen.high(),
                                seen.asked(),
                                seen.universe(),
                                seen.everybody()));
            }
        };
    }
}
