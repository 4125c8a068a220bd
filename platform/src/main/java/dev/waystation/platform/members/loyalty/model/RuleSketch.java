package dev.waystation.platform.members.loyalty.model;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import java.util.Map;

/**
 * A rule as people write it; what is wrong with it is said when it is published.
 *
 * @param effect {@code {"perYuan": 5}}, {@code {"times": 2}}, {@code {"fixed": 100}} or {@code
 *     {"perUnit": {"points": 10, "per": 1000, "of": "weightGrams"}}}
 * @param group the bonus group; how its rules combine is the programme's to say
 * @param priority the higher one comes first in its group
 */
public record RuleSketch(
        String code,
        String programme,
        Said name,
        String trigger,
        Map<String, Object> condition,
        Map<String, Object> effect,
        String group,
        int priority,
        String currency,
        List<Limit> limits) {

    public RuleSketch {
        limits = List.copyOf(limits);
    }

    RuleSketch in(String itsProgramme) {
        return new RuleSketch(
                code,
                itsProgramme,
                name,
                trigger,
                condition,
                effect,
                group,
                priority,
                currency,
                limits);
    }
}
