package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.model.RuleCheck;
import dev.waystation.platform.members.loyalty.model.RuleSketch;
import dev.waystation.platform.members.loyalty.model.RuleVersion;
import dev.waystation.platform.members.loyalty.store.RuleStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rules with their versions and sentences, as a screen lists them. */
@Service
public class ListRules {

    /** One version of a rule; {@code sentence} is null while the draft cannot be meant. */
    public record Version(
            int version,
            String state,
            @Nullable Instant from,
            @Nullable Instant until,
            String by,
            @Nullable Said sentence,
            List<RuleCheck.Fault> faults,
            RuleSketch sketch) {}

    /** A rule: the version that counts now, or the one to come, and all of them. */
    public record Card(
            String code,
            String programme,
            Said name,
            String trigger,
            Said triggerName,
            String group,
            String currency,
            String state,
            List<Version> versions) {}

    private final RuleStore rules;
    private final Programmes programmes;
    private final Clock clock;

    ListRules(RuleStore rules, Programmes programmes, Clock clock) {
        this.rules = rules;
        this.programmes = programmes;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Card> all() {
        Collection<List<RuleVersion>> byCode =
                rules.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.sketch().code(),
                                        LinkedHashMap::new,
                                        Collectors.toList()))
                        .values();
        return byCode.stream().map(this::card).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Card> find(String code) {
        List<RuleVersion> versions = rules.of(code);
        return versions.isEmpty() ? Optional.empty() : Optional.of(card(versions));
    }

    private Card card(List<RuleVersion> versions) {
        Instant now = clock.instant();
        RuleVersion shown =
                versions.stream()
                        .filter(each -> each.state(now).equals("live"))
                        .findFirst()
                        .orElseGet(versions::getLast);
        RuleSketch sketch = shown.sketch();
        return new Card(
                sketch.code(),
                sketch.programme(),
                sketch.name(),
                sketch.trigger(),
                dev.waystation.platform.members.loyalty.model.EarningWords.TRIGGERS.getOrDefault(
                        sketch.trigger(), Said.same(sketch.trigger())),
                sketch.group(),
                sketch.currency(),
                shown.state(now),
                versions.reversed().stream().map(each -> version(each, now)).toList());
    }

    private Version version(RuleVersion version, Instant now) {
        RuleCheck.Reading reading =
                RuleCheck.read(version.sketch(), programmes.of(version.sketch().programme()));
        String publisher = version.publishedBy();
        return new Version(
                version.version(),
                version.state(now),
                version.from(),
                version.until(),
                publisher == null ? version.draftedBy() : publisher,
                reading.sentence(),
                reading.faults(),
                version.sketch());
    }
}
