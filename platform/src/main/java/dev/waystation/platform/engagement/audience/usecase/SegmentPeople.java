package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Condition;
import dev.waystation.condition.Face;
import dev.waystation.condition.Problem;
import dev.waystation.condition.SetFace;
import dev.waystation.condition.SetPlan;
import dev.waystation.platform.foundation.edge.Malformed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who stands behind a bar of the waterfall beside a condition, saved or not. */
@Service
public class SegmentPeople {

    /**
     * Members of the bar in the order of their numbers, or why bitmaps can't carry the condition.
     */
    public sealed interface Outcome {

        record Found(List<Long> members) implements Outcome {}

        record NotCarried(List<Problem> reasons) implements Outcome {}
    }

    private final ReadConditions read;
    private final CurrentVocabulary vocabulary;
    private final AudienceSets sets;
    private final LoadMembers members;

    SegmentPeople(
            ReadConditions read,
            CurrentVocabulary vocabulary,
            AudienceSets sets,
            LoadMembers members) {
        this.read = read;
        this.vocabulary = vocabulary;
        this.sets = sets;
        this.members = members;
    }

    public Outcome handle(@Nullable Object json, @Nullable String bar, long after, int limit) {
        Condition condition = read.parse(json);
        return switch (SetFace.compile(condition, vocabulary.attributes())) {
            case Face.Refused<SetPlan>(List<Problem> reasons) -> new Outcome.NotCarried(reasons);
            case Face.Carried<SetPlan>(SetPlan plan) -> {
                SetPlan behind =
                        Reach.behind(bar == null ? "" : bar, plan)
                                .orElseThrow(() ->
                                        new Malformed(
                                                "bar",
                                                bar,
                                                "name the code of a bar of the" + " waterfall"));
                yield new Outcome.Found(sets.select(behind, members.today()).members(after, limit));
            }
        };
    }
}
