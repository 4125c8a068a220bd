package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.condition.Condition;
import dev.waystation.platform.members.loyalty.model.EarningRule;
import dev.waystation.platform.members.loyalty.model.Effect;
import dev.waystation.platform.members.loyalty.model.RuleCheck;
import dev.waystation.platform.members.loyalty.model.RuleSketch;
import dev.waystation.platform.members.loyalty.model.RuleVersion;
import dev.waystation.platform.members.loyalty.store.RuleStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Published rules, understood; each version is read once. A rule that cannot be meant stops all.
 */
@Component
public class RuleBook {

    private record Understood(Condition condition, Effect effect) {}

    private final RuleStore store;
    private final Programmes programmes;
    private final Map<String, Understood> known = new ConcurrentHashMap<>();

    RuleBook(RuleStore store, Programmes programmes) {
        this.store = store;
        this.programmes = programmes;
    }

    /** Every published version there ever was; an event earns by those of its own time. */
    public List<EarningRule> published() {
        return store.published().stream()
                .filter(each -> each.from() != null)
                .map(each ->
                        rule(
                                each.sketch(),
                                each.version(),
                                each.from() == null ? Instant.MIN : each.from(),
                                each.until()))
                .toList();
    }

    static List<EarningRule> validAt(List<EarningRule> rules, Instant at) {
        return rules.stream().filter(rule -> rule.validAt(at)).toList();
    }

    /** The published rules with one of them replaced, as a draft would have it. */
    public List<EarningRule> publishedWith(RuleVersion draft) {
        EarningRule trial = rule(draft.sketch(), draft.version(), Instant.EPOCH, null);
        return java.util.stream.Stream.concat(
                        published().stream().filter(rule -> !rule.code().equals(trial.code())),
                        java.util.stream.Stream.of(trial))
                .toList();
    }

    /** One version by itself, for any time. */
    List<EarningRule> alone(RuleVersion version) {
        return List.of(rule(version.sketch(), version.version(), Instant.EPOCH, null));
    }

    private EarningRule rule(
            RuleSketch sketch, int version, Instant from, @Nullable Instant until) {
        String key = sketch.toString();
        Understood understood = known.computeIfAbsent(key, _ -> understand(sketch));
        return new EarningRule(
                sketch, version, understood.condition(), understood.effect(), from, until);
    }

    private Understood understand(RuleSketch sketch) {
        RuleCheck.Reading reading = RuleCheck.read(sketch, programmes.of(sketch.programme()));
        if (reading.condition() == null
                || reading.effect() == null
                || !reading.faults().isEmpty()) {
            throw new IllegalStateException(
                    "Rule " + sketch.code() + " cannot be meant: " + reading.faults());
        }
        return new Understood(reading.condition(), reading.effect());
    }
}
