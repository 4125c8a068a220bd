package dev.waystation.platform.insight.prediction.model;

import dev.waystation.platform.engagement.audience.VisitHistories.History;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;

/** What a trained model says of one member; its fields are all that is kept of it. */
public sealed interface Forecaster permits ChurnForecaster, VisitForecaster, ValueForecaster {

    /** What members are ranked by and banded by. */
    double score(History history);

    /** What it foretells for the time it is judged on, in the unit of {@link #outcome}. */
    double forecast(History history);

    /** What came of it, of a history whose later visits are known. */
    double outcome(History history);

    /** Whether what it ranks members by came true. */
    boolean cameTrue(History history);

    /** The word of the tag. */
    String word(double score);

    /** The score as people read it. */
    Said says(double score);

    /** The three things that weighed most, the weightiest first. */
    List<Reason> reasons(History history);

    /** The same, with edges between bands taken from the scores it begins with. */
    default Forecaster placed(double[] scores) {
        return this;
    }
}
