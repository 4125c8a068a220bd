package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.loyalty.model.Decision;
import dev.waystation.platform.members.loyalty.model.Earning;
import dev.waystation.platform.members.loyalty.model.EarningRule;
import dev.waystation.platform.members.loyalty.model.EarningWhy;
import dev.waystation.platform.members.loyalty.model.RuleVersion;
import dev.waystation.platform.members.loyalty.store.EventStore;
import dev.waystation.platform.members.loyalty.store.RuleStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a published rule to events of the past, as a campaign that was promised late needs it. What
 * the rule gave to an event before is not given again, however often this runs.
 */
@Service
public class RerunRule {

    private final RecordEarning record;
    private final EventStore events;
    private final RuleStore rules;
    private final RuleBook book;
    private final EarningRoom room;
    private final Reasons reasons;

    /** Keeps the reasons of what a re-run gave, and tells of it. */
    @org.springframework.stereotype.Component
    static class Reasons {
        private final Explanations explanations;
        private final FactLog facts;

        Reasons(Explanations explanations, FactLog facts) {
            this.explanations = explanations;
            this.facts = facts;
        }

        void keep(Decision decision, String rule, EarningRoom room) {
            String id =
                    explanations.keep(
                            decision.event().memberId(),
                            EarningWhy.of(decision, Decision.POINTS, room.zone()));
            facts.append(
                    RecordEarning.fact(
                            new RecordEarning.Recorded(decision.event(), decision, id),
                            rule,
                            room));
        }
    }

    RerunRule(
            RecordEarning record,
            EventStore events,
            RuleStore rules,
            RuleBook book,
            EarningRoom room,
            Reasons reasons) {
        this.record = record;
        this.events = events;
        this.rules = rules;
        this.book = book;
        this.room = room;
        this.reasons = reasons;
    }

    /** How many events earned by the rule now that had not before. */
    @Transactional
    public int handle(String code, LocalDate first, LocalDate last) {
        Instant from = first.atStartOfDay(room.zone()).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(room.zone()).toInstant();
        List<RuleVersion> versions = rules.of(code);
        RuleVersion newest = versions.stream().filter(RuleVersion::published).toList().getLast();
        List<EarningRule> only = book.alone(newest);
        List<Earning.Wish> wishes = new ArrayList<>();
        for (EventStore.Known known : eventsOf(newest.sketch().programme(), from, to)) {
            Earning.Wish wish =
                    room.wishes(List.of(known.event()), List.of(known.earner()), only).getFirst();
            boolean gives = !wish.counters().isEmpty() || !wish.pieces().isEmpty();
            if (gives
                    && !events.earnedBy(
                            known.event().memberId(), known.event().reference(), code)) {
                wishes.add(wish);
            }
        }
        List<Decision> decisions = record.draw(wishes);
        events.earn(decisions, true);
        decisions.forEach(each -> reasons.keep(each, code, room));
        return decisions.size();
    }

    private List<EventStore.Known> eventsOf(String programme, Instant from, Instant to) {
        int all = Math.toIntExact(events.count(programme, from, to));
        return events.between(programme, from, to, 0, "", all);
    }
}
