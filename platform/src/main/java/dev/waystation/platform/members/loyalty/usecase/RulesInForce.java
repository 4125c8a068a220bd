package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.model.Programme;
import dev.waystation.platform.members.loyalty.model.RuleCheck;
import dev.waystation.platform.members.loyalty.model.RuleSketch;
import dev.waystation.platform.members.loyalty.model.RuleVersion;
import dev.waystation.platform.members.loyalty.store.RuleStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rules of a programme that count now, and how they become others in one step. */
@Component
class RulesInForce {

    private final RuleStore rules;
    private final Clock clock;

    RulesInForce(RuleStore rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    List<RuleSketch> of(String programme) {
        Instant now = clock.instant();
        return rules.published().stream()
                .filter(each -> each.state(now).equals("live"))
                .map(RuleVersion::sketch)
                .filter(each -> each.programme().equals(programme))
                .toList();
    }

    /** Publishes what differs and ends what is not wanted any more; drafts of people stay. */
    void become(Programme wanted, String by) {
        Map<String, RuleSketch> live =
                of(wanted.code()).stream()
                        .collect(Collectors.toMap(RuleSketch::code, Function.identity()));
        Instant now = clock.instant();
        for (RuleSketch rule : wanted.rules()) {
            check(rule, wanted);
            if (!rule.equals(live.remove(rule.code()))) {
                publish(rule, by, now);
            }
        }
        for (String ended : live.keySet()) {
            rules.lock(ended);
            rules.end(ended, now);
        }
    }

    private void publish(RuleSketch rule, String by, Instant now) {
        rules.lock(rule.code());
        Optional<RuleVersion> draft =
                rules.of(rule.code()).stream().filter(each -> !each.published()).findFirst();
        rules.draft(rule, by, now);
        rules.publish(rule.code(), now, by, now);
        draft.ifPresent(each -> rules.draft(each.sketch(), each.draftedBy(), each.changedAt()));
    }

    private static void check(RuleSketch rule, Programme programme) {
        RuleCheck.Reading reading = RuleCheck.read(rule, programme);
        if (!reading.faults().isEmpty()) {
            RuleCheck.Fault first = reading.faults().getFirst();
            Said remedy = first.remedy();
            throw new Malformed(
                    "rules." + rule.code() + "." + first.field(), first.value(), remedy);
        }
    }
}
