package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.awards.AwardOutcome;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderPlacement;
import dev.waystation.platform.selling.booking.OrderRefusal;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.facts.OrderCovered;
import dev.waystation.platform.selling.booking.model.Draft;
import dev.waystation.platform.selling.booking.usecase.PlaceAward.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes the order of an award seat that was taken, and sets its points aside. */
@Component
class AwardBook {

    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(10);

    private final OrderNumbers numbers;
    private final OrderBook book;
    private final PlanPayment plans;
    private final FactLog facts;
    private final Clock clock;

    AwardBook(OrderNumbers numbers, OrderBook book, PlanPayment plans, FactLog facts, Clock clock) {
        this.numbers = numbers;
        this.book = book;
        this.plans = plans;
        this.facts = facts;
        this.clock = clock;
    }

    Optional<Order> ofReference(OrderRequest request) {
        return numbers.ofReference(request);
    }

    Outcome write(OrderRequest request, Draft.Ready ready, AwardOutcome.Taken taken) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Order order =
                numbers.order(request, ready, List.of(taken.seat()), now, now.plus(SETTLED_WITHIN));
        return switch (book.enter(order, ready.persons(), taken.holdRef())) {
            case WRITTEN -> pay(order, taken.pointsPerYuan());
            case ALREADY_THERE -> new Outcome.Placed(ofReference(request).orElseThrow());
            case STUDENT_JOURNEYS_ARE_USED ->
                    not(
                            OrderRefusal.STUDENT_JOURNEYS_USED_UP,
                            Map.of("traveller", "", "most", "", "year", ""));
            case PERSON_IS_ELSEWHERE ->
                    not(
                            OrderRefusal.TRAVELLER_HAS_OVERLAPPING_TRIP,
                            Map.of("traveller", "", "train", "", "departs", ""));
        };
    }

    private static Outcome not(OrderRefusal code, Map<String, Object> values) {
        return new Outcome.NotBookable(new OrderPlacement.Refused(code, values));
    }

    private Outcome pay(Order order, int pointsPerYuan) {
        long price = Math.ceilDiv(order.amount().minor() * pointsPerYuan, 100);
        Optional<PlanPayment.Refused> no = plans.award(order, price);
        if (no.isPresent()) {
            return new Outcome.TooFewPoints(price, no.get().possible());
        }
        facts.append(
                new OrderCovered(
                        order.id().value(), order.reference(), order.memberId(), clock.instant()));
        return new Outcome.Placed(order);
    }
}
