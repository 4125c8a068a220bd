package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Face;
import dev.waystation.condition.Problem;
import dev.waystation.condition.SetFace;
import dev.waystation.condition.SetPlan;
import dev.waystation.condition.SqlFace;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the database and the bitmaps can both carry a condition. What is in force is filled by
 * the one and counted by the other, so it has to fit both.
 */
final class CarriedConditions {

    /** The compiled condition, or every reason why it can't be carried. */
    sealed interface Carried {
        record Yes(SqlFace.Where where) implements Carried {}

        record No(List<Problem> reasons) implements Carried {}
    }

    private CarriedConditions() {}

    static Carried of(Condition condition, Attributes catalogue) {
        List<Problem> refusals = new ArrayList<>();
        if (SetFace.compile(condition, catalogue)
                instanceof Face.Refused<SetPlan>(List<Problem> reasons)) {
            refusals.addAll(reasons);
        }
        return switch (SqlFace.compile(condition, catalogue, Vocabulary.sql(catalogue))) {
            case Face.Refused<SqlFace.Where>(List<Problem> reasons) -> {
                refusals.addAll(reasons);
                yield new Carried.No(refusals);
            }
            case Face.Carried<SqlFace.Where>(SqlFace.Where where) ->
                    refusals.isEmpty() ? new Carried.Yes(where) : new Carried.No(refusals);
        };
    }
}
