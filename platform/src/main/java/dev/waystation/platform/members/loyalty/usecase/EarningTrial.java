package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.model.BackTest;
import dev.waystation.platform.members.loyalty.model.Earning;
import dev.waystation.platform.members.loyalty.model.EarningRule;
import dev.waystation.platform.members.loyalty.model.Programme;
import dev.waystation.platform.members.loyalty.model.RuleCheck;
import dev.waystation.platform.members.loyalty.model.RuleSketch;
import dev.waystation.platform.members.loyalty.store.EventStore;
import dev.waystation.platform.members.wallet.Points;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lets the last year earn by two sets of rules and says the difference; small enough to wait. */
@Component
class EarningTrial {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final int MOST = 1_000;

    private final EventStore events;
    private final EarningRoom room;

    EarningTrial(EventStore events, EarningRoom room) {
        this.events = events;
        this.room = room;
    }

    Said verdict(Programme now, Programme wanted) {
        Instant to = room.now();
        List<EventStore.Known> known = events.between(now.code(), to.minus(YEAR), to, 0, "", MOST);
        BackTest test = new BackTest(wanted, Points.POINTS);
        List<EarningRule> asIs = understood(now);
        List<EarningRule> asWanted = understood(wanted);
        for (EventStore.Known each : known) {
            test.add(wish(each, now, asIs), wish(each, wanted, asWanted), room.earning());
        }
        Said said = test.result("", "").verdict();
        return known.isEmpty()
                ? said
                : new Said(
                        "按过去一年的 %,d 笔%s重算：%s"
                                .formatted(
                                        known.size(), known.size() < MOST ? "" : "（抽样）", said.zh()),
                        "Of %,d events of the last year%s: %s"
                                .formatted(
                                        known.size(),
                                        known.size() < MOST ? "" : " (a sample)",
                                        said.en()));
    }

    private Earning.Wish wish(
            EventStore.Known known, Programme programme, List<EarningRule> rules) {
        return room.earning().wish(known.event(), known.earner(), programme, rules);
    }

    private static List<EarningRule> understood(Programme programme) {
        return programme.rules().stream().flatMap(each -> rule(each, programme)).toList();
    }

    private static Stream<EarningRule> rule(RuleSketch sketch, Programme programme) {
        RuleCheck.Reading reading = RuleCheck.read(sketch, programme);
        return reading.condition() == null || reading.effect() == null
                ? Stream.empty()
                : Stream.of(
                        new EarningRule(
                                sketch,
                                1,
                                Objects.requireNonNull(reading.condition()),
                                Objects.requireNonNull(reading.effect()),
                                Instant.EPOCH,
                                null));
    }
}
