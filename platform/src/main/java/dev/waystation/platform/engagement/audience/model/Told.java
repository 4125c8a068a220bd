package dev.waystation.platform.engagement.audience.model;

import dev.waystation.condition.Attributes;
import dev.waystation.condition.Condition;
import dev.waystation.condition.Evaluator;
import dev.waystation.condition.Phrase;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns what the condition engine says into the one shape of every "Why?". */
public final class Told {

    private Told() {}

    /** Leaf by leaf, as it stands for the member. */
    public static Explanation why(Condition condition, MemberView member, Attributes catalogue) {
        dev.waystation.condition.Explanation told =
                dev.waystation.condition.Explanation.of(
                        condition, Evaluator.declared(), member.row(catalogue), catalogue);
        List<Reason> reasons = told.leaves().stream().map(Told::reason).toList();
        Said sentence = said(told.sentence());
        return new Explanation(
                told.held()
                        ? new Said("符合：" + sentence.zh(), "Meets: " + sentence.en())
                        : new Said("不符合：" + sentence.zh(), "Does not meet: " + sentence.en()),
                reasons);
    }

    private static Reason reason(dev.waystation.condition.Explanation.Leaf leaf) {
        Map<String, Object> values = new HashMap<>();
        values.put("asked", said(leaf.asked()));
        values.put("seen", said(leaf.seen()));
        values.put("change", said(leaf.change()));
        Object value = leaf.value();
        if (value != null) {
            values.put("value", value);
        }
        return new Reason(leaf.at(), leaf.held(), said(leaf.line()), values);
    }

    public static Said said(Phrase phrase) {
        return new Said(phrase.zh(), phrase.en());
    }
}
