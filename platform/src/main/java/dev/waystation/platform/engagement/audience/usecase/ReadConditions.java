package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Condition;
import dev.waystation.condition.MalformedCondition;
import dev.waystation.condition.Problem;
import dev.waystation.condition.TypeCheck;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conditions as people send them: understood, or malformed with place, value and remedy. */
@Component
public class ReadConditions {

    private final CurrentVocabulary vocabulary;

    ReadConditions(CurrentVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    public Condition parse(@Nullable Object json) {
        Malformed.require(json != null, "condition", null, "send a condition object");
        try {
            return TypeCheck.parse(json, vocabulary.attributes());
        } catch (MalformedCondition refused) {
            Problem first = refused.problems().getFirst();
            String at = first.at().isEmpty() ? "condition" : "condition." + first.at();
            Said said =
                    new Said(
                            first.text().zh() + "；" + first.remedy().zh(),
                            first.text().en() + "; " + first.remedy().en());
            throw new Malformed(at, first.value(), said);
        }
    }
}
