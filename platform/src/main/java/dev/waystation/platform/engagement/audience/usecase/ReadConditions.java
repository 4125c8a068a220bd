package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Condition;
import dev.waystation.condition.MalformedCondition;
import dev.waystation.condition.Problem;
import dev.waystation.condition.Sentence;
import dev.waystation.condition.TypeCheck;
import dev.waystation.platform.engagement.audience.model.Told;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conditions as people send them: understood, or malformed with place, value and remedy. */
@Component
public class ReadConditions {

    private final CurrentVocabulary vocabulary;

    ReadConditions(CurrentVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** One that was checked when it was made; what it names may have gone since. */
    Condition stored(Map<String, Object> json) {
        return TypeCheck.parse(json, vocabulary.attributes().open());
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

    /** Whether database and bitmaps can both carry it. */
    CarriedConditions.Carried carried(Condition condition) {
        return CarriedConditions.of(condition, vocabulary.attributes());
    }

    /** Whether a leaf of the condition looks at the attribute. */
    boolean asks(Condition condition, String attribute) {
        return switch (condition) {
            case Condition.All all -> all.parts().stream().anyMatch(part -> asks(part, attribute));
            case Condition.Any any -> any.parts().stream().anyMatch(part -> asks(part, attribute));
            case Condition.Not not -> asks(not.part(), attribute);
            case Condition.Field field -> field.path().equals(attribute);
            case Condition.Did _, Condition.Occurred _ -> false;
        };
    }

    /** The condition as a sentence. */
    Said say(Condition condition) {
        return Told.said(Sentence.of(condition, vocabulary.attributes()));
    }

    /** The names changed: they are read anew at the next question. */
    void forget() {
        vocabulary.forget();
    }
}
