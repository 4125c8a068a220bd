package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.loyalty.facts.PointsEarned;
import dev.waystation.platform.members.loyalty.model.Allowance;
import dev.waystation.platform.members.loyalty.model.Decision;
import dev.waystation.platform.members.loyalty.model.Earning;
import dev.waystation.platform.members.loyalty.model.EarningEvent;
import dev.waystation.platform.members.loyalty.model.EarningWhy;
import dev.waystation.platform.members.loyalty.model.Limit.Counter;
import dev.waystation.platform.members.loyalty.model.MetricDay;
import dev.waystation.platform.members.loyalty.store.EventStore;
import dev.waystation.platform.members.loyalty.store.MetricStore;
import dev.waystation.platform.members.loyalty.store.PotStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides what events earn and keeps it: each event once for ever, by the rules of its own time,
 * with every pot locked while it is drawn from. The wallet posts what was kept.
 */
@Service
public class RecordEarning {

    /** An event with its decision, or an event that was decided before. */
    public record Recorded(EarningEvent event, Decision decision, String explanationId) {}

    private final EarningRoom room;
    private final EventStore events;
    private final PotStore pots;
    private final MetricStore metrics;
    private final Explanations explanations;
    private final FactLog facts;

    RecordEarning(
            EarningRoom room,
            EventStore events,
            PotStore pots,
            MetricStore metrics,
            Explanations explanations,
            FactLog facts) {
        this.room = room;
        this.events = events;
        this.pots = pots;
        this.metrics = metrics;
        this.explanations = explanations;
        this.facts = facts;
    }

    /** The events nobody reported before, with what they earned. */
    @Transactional
    public List<Recorded> handle(List<EarningEvent> reported) {
        List<EventStore.Known> claimed = events.claim(distinct(reported), room.now());
        List<Earning.Wish> wishes =
                room.wishes(
                        claimed.stream().map(EventStore.Known::event).toList(),
                        claimed.stream().map(EventStore.Known::earner).toList());
        List<Decision> decisions = draw(wishes);
        events.earn(decisions, false);
        metrics.add(
                decisions.stream()
                        .flatMap(each -> MetricDay.of(each, room.zone()).stream())
                        .toList());
        List<Recorded> recorded = new ArrayList<>();
        Map<String, Explanations.Owned> reasons = new HashMap<>();
        for (int i = 0; i < decisions.size(); i++) {
            String id = claimed.get(i).explanationId();
            reasons.put(
                    id,
                    new Explanations.Owned(
                            claimed.get(i).event().memberId(),
                            EarningWhy.of(decisions.get(i), Decision.POINTS, room.zone())));
            recorded.add(new Recorded(claimed.get(i).event(), decisions.get(i), id));
        }
        explanations.keep(reasons);
        facts.append(recorded.stream().map(each -> fact(each, "", room)).toList());
        return recorded;
    }

    /** Draws from the pots under lock; nobody else draws from them before this commits. */
    List<Decision> draw(List<Earning.Wish> wishes) {
        List<Counter> counters =
                wishes.stream()
                        .flatMap(wish -> wish.counters().stream())
                        .distinct()
                        .sorted()
                        .toList();
        Allowance allowance = new Allowance(pots.lock(counters));
        List<Decision> decisions =
                wishes.stream().map(wish -> room.earning().settle(wish, allowance)).toList();
        pots.draw(allowance.taken());
        return decisions;
    }

    static PointsEarned fact(Recorded recorded, String rerun, EarningRoom room) {
        EarningEvent event = recorded.event();
        return new PointsEarned(
                event.memberId(),
                event.reference(),
                event.programme(),
                event.trigger(),
                rerun,
                recorded.explanationId(),
                room.now());
    }

    // In one order, so that two reporters of the same events cannot wait for each other.
    private List<EventStore.Known> distinct(List<EarningEvent> reported) {
        Map<String, EarningEvent> once = new TreeMap<>();
        reported.forEach(event ->
                once.putIfAbsent("%020d %s".formatted(event.memberId(), event.reference()), event));
        return once.values().stream()
                .map(event ->
                        new EventStore.Known(event, room.earner(event), Explanations.freshId()))
                .toList();
    }
}
