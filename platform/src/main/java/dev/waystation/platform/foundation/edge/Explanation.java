package dev.waystation.platform.foundation.edge;

import java.util.List;

/** The answer to "Why?": one sentence and the reasons behind it. */
public record Explanation(Said sentence, List<Reason> reasons) {

    public Explanation {
        reasons = List.copyOf(reasons);
    }

    public static Explanation of(Said sentence, Reason... reasons) {
        return new Explanation(sentence, List.of(reasons));
    }
}
