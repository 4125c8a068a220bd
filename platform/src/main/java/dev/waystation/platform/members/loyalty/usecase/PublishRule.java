package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Reason;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.model.RuleCheck;
import dev.waystation.platform.members.loyalty.model.RuleVersion;
import dev.waystation.platform.members.loyalty.store.RuleStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes a draft from an instant on; a rule that cannot be meant is refused, field by field. */
@Service
public class PublishRule {

    /** The rule as it stands now, or why it was not published. */
    public sealed interface Outcome {
        record Published(ListRules.Card card) implements Outcome {}

        record Refused(RuleRefusal code, @Nullable Explanation why) implements Outcome {}
    }

    /** Why a rule does not change. */
    public enum RuleRefusal {
        RULE_HAS_NO_DRAFT,
        RULE_CANNOT_BE_MEANT,
        RULE_WOULD_CHANGE_THE_PAST,
        RULE_IS_NOT_IN_FORCE
    }

    private final RuleStore rules;
    private final Programmes programmes;
    private final ListRules list;
    private final Clock clock;

    PublishRule(RuleStore rules, Programmes programmes, ListRules list, Clock clock) {
        this.rules = rules;
        this.programmes = programmes;
        this.list = list;
        this.clock = clock;
    }

    /**
     * @param from when it begins to count; now when null. Never in the past: what was earned then
     *     was earned by the rules of then.
     */
    @Transactional
    public Outcome publish(String code, @Nullable Instant from, String by) {
        rules.lock(code);
        Instant now = clock.instant();
        Instant start = from == null ? now : from;
        Optional<RuleVersion> draft =
                rules.of(code).stream().filter(each -> !each.published()).findFirst();
        if (draft.isEmpty()) {
            return new Outcome.Refused(RuleRefusal.RULE_HAS_NO_DRAFT, null);
        }
        if (start.isBefore(now)) {
            return new Outcome.Refused(RuleRefusal.RULE_WOULD_CHANGE_THE_PAST, null);
        }
        RuleCheck.Reading reading =
                RuleCheck.read(
                        draft.get().sketch(), programmes.of(draft.get().sketch().programme()));
        if (!reading.faults().isEmpty()) {
            return new Outcome.Refused(RuleRefusal.RULE_CANNOT_BE_MEANT, explain(reading.faults()));
        }
        rules.publish(code, start, by, now);
        return new Outcome.Published(list.find(code).orElseThrow());
    }

    /** Ends the version in force, now or at an instant ahead. */
    @Transactional
    public Outcome end(String code, @Nullable Instant until) {
        rules.lock(code);
        Instant now = clock.instant();
        Instant end = until == null || until.isBefore(now) ? now : until;
        return rules.end(code, end) == 0
                ? new Outcome.Refused(RuleRefusal.RULE_IS_NOT_IN_FORCE, null)
                : new Outcome.Published(list.find(code).orElseThrow());
    }

    private static Explanation explain(List<RuleCheck.Fault> faults) {
        RuleCheck.Fault first = faults.getFirst();
        return new Explanation(
                new Said(
                        "%s：%s。%s".formatted(first.field(), first.text().zh(), first.remedy().zh()),
                        "%s: %s. %s"
                                .formatted(first.field(), first.text().en(), first.remedy().en())),
                faults.stream()
                        .map(fault ->
                                new Reason(
                                        "FIELD_CANNOT_BE_MEANT",
                                        false,
                                        new Said(
                                                "%s（%s）：%s；%s"
                                                        .formatted(
                                                                fault.field(),
                                                                fault.value(),
                                                                fault.text().zh(),
                                                                fault.remedy().zh()),
                                                "%s (%s): %s; %s"
                                                        .formatted(
                                                                fault.field(),
                                                                fault.value(),
                                                                fault.text().en(),
                                                                fault.remedy().en())),
                                        Map.of(
                                                "field", fault.field(),
                                                "value", fault.value(),
                                                "remedy", fault.remedy().en())))
                        .toList());
    }
}
