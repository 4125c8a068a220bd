package dev.waystation.platform.members.loyalty.usecase;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.loyalty.EarnedTrip;
import dev.waystation.platform.members.loyalty.model.Allowance;
import dev.waystation.platform.members.loyalty.model.Decision;
import dev.waystation.platform.members.loyalty.model.EarningEvent;
import dev.waystation.platform.members.loyalty.model.MetricDay;
import dev.waystation.platform.members.loyalty.store.EventStore;
import dev.waystation.platform.members.loyalty.store.MetricStore;
import dev.waystation.platform.members.loyalty.store.PotStore;
import dev.waystation.platform.members.wallet.PastCredit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Past trips and visits as events, decided by the engine that decides live ones. */
@Component
class InventEarnings {

    private static final int CHUNK = 5_000;
    private static final int SENIOR_FROM = 60;

    /** What the past leaves to the wallet and to the tiers. */
    record Past(List<PastCredit> credits, List<MetricDay> days) {}

    private final EarningRoom room;
    private final EventStore events;
    private final MetricStore metrics;
    private final PotStore pots;

    InventEarnings(EarningRoom room, EventStore events, MetricStore metrics, PotStore pots) {
        this.room = room;
        this.events = events;
        this.metrics = metrics;
        this.pots = pots;
    }

    /** Joins the caller's transaction. */
    Past handle(List<EarnedTrip> trips) {
        Allowance allowance = new Allowance(Map.of());
        List<PastCredit> credits = new ArrayList<>();
        List<MetricDay> days = new ArrayList<>();
        List<EventStore.Known> all = known(trips);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<EventStore.Known> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            List<Decision> decisions =
                    room
                            .wishes(
                                    chunk.stream().map(EventStore.Known::event).toList(),
                                    chunk.stream().map(EventStore.Known::earner).toList())
                            .stream()
                            .map(wish -> room.earning().settle(wish, allowance))
                            .toList();
            List<MetricDay> done =
                    decisions.stream()
                            .flatMap(each -> MetricDay.of(each, room.zone()).stream())
                            .toList();
            events.claim(chunk, room.now());
            events.earn(decisions, false);
            metrics.add(done);
            days.addAll(done);
            decisions.forEach(each -> credits.addAll(credits(each)));
        }
        pots.lock(allowance.taken().keySet());
        pots.draw(allowance.taken());
        return new Past(credits, days);
    }

    private static List<PastCredit> credits(Decision decision) {
        EarningEvent event = decision.event();
        String source = event.trigger().equals("trip.completed") ? "travel" : event.trigger();
        return decision.currencies().stream()
                .filter(currency -> decision.total(currency) > 0)
                .map(currency ->
                        new PastCredit(
                                event.memberId(),
                                currency,
                                decision.total(currency),
                                event.at(),
                                source))
                .toList();
    }

    private static List<EventStore.Known> known(List<EarnedTrip> trips) {
        List<EventStore.Known> all = new ArrayList<>();
        List<EarnedTrip> sorted =
                trips.stream().sorted(Comparator.comparing(EarnedTrip::completedAt)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            EarnedTrip trip = sorted.get(i);
            int number = i;
            events(trip, i)
                    .forEach(event ->
                            all.add(
                                    new EventStore.Known(
                                            event,
                                            Map.of(
                                                    "age",
                                                    (long) trip.age(),
                                                    "senior",
                                                    trip.age() >= SENIOR_FROM,
                                                    "student",
                                                    trip.student(),
                                                    "tiers",
                                                    List.of()),
                                            event.trigger() + " " + number)));
        }
        return all;
    }

    private static Stream<EarningEvent> events(EarnedTrip trip, int number) {
        return trip.programme().equals("rail")
                ? Stream.of(event(trip, number, "trip.completed", new Said("乘车", "A trip")))
                : Stream.of(
                        event(trip, number, "park.visited", new Said("入园", "A visit")),
                        event(trip, number, "order.paid", new Said("园内消费", "Spent in the park")));
    }

    private static EarningEvent event(EarnedTrip trip, int number, String trigger, Said title) {
        boolean paid = !trigger.equals("park.visited");
        return new EarningEvent(
                trip.programme(),
                trigger,
                "past-" + trigger + "-" + number,
                trip.memberId(),
                trip.completedAt(),
                trip.programme().equals("park") ? "park" : "",
                paid && trip.paidMinor() > 0
                        ? List.of(EarningEvent.Line.paid("past", "past", trip.paidMinor()))
                        : List.of(),
                Map.of(),
                title);
    }
}
