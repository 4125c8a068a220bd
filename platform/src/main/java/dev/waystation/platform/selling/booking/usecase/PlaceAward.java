package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.awards.AwardOutcome;
import dev.waystation.platform.selling.awards.AwardRefusal;
import dev.waystation.platform.selling.awards.AwardWish;
import dev.waystation.platform.selling.awards.Awards;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderPlacement;
import dev.waystation.platform.selling.booking.OrderRefusal;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.facts.OrderCovered;
import dev.waystation.platform.selling.booking.model.Draft;
import dev.waystation.platform.selling.catalogue.RunId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Buys one award seat with points alone: the seat, the order and its payment in one step. The
 * points are set aside last; where anything refuses, nothing of the step stays.
 */
@Service
public class PlaceAward {

    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(10);

    private final DraftOrder drafts;
    private final Awards awards;
    private final Bookkeeping books;
    private final FactLog facts;
    private final Clock clock;

    PlaceAward(DraftOrder drafts, Awards awards, Bookkeeping books, FactLog facts, Clock clock) {
        this.drafts = drafts;
        this.awards = awards;
        this.books = books;
        this.facts = facts;
        this.clock = clock;
    }

    /** Where award orders are written and planned. */
    @org.springframework.stereotype.Component
    static class Bookkeeping {
        private final OrderNumbers numbers;
        private final OrderBook book;
        private final PlanPayment plans;

        Bookkeeping(OrderNumbers numbers, OrderBook book, PlanPayment plans) {
            this.numbers = numbers;
            this.book = book;
            this.plans = plans;
        }
    }

    /** The answer. */
    public sealed interface Outcome {
        /** Its points are set aside and its ticket follows at once. */
        record Placed(Order order) implements Outcome {}

        /** The trip or the traveller stands against it. */
        record NotBookable(OrderPlacement.Refused why) implements Outcome {}

        record NoSeat(AwardRefusal code, Explanation why) implements Outcome {}

        record TooFewPoints(long needed, long possible) implements Outcome {}
    }

    @Transactional(propagation = Propagation.NESTED)
    public Outcome handle(OrderRequest request) {
        Malformed.require(
                request.travellerIds().size() == 1,
                "travellerIds",
                request.travellerIds().size(),
                "name one traveller; every award seat is an order of its own");
        Optional<Order> before = books.numbers.ofReference(request);
        if (before.isPresent()) {
            return new Outcome.Placed(before.get());
        }
        Outcome outcome =
                switch (drafts.draft(request)) {
                    case Draft.Refused no ->
                            new Outcome.NotBookable(
                                    new OrderPlacement.Refused(
                                            no.code(), no.values(), null, null, no.why()));
                    case Draft.Ready ready -> seat(request, ready);
                };
        if (!(outcome instanceof Outcome.Placed)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }

    private Outcome seat(OrderRequest request, Draft.Ready ready) {
        AwardWish wish =
                new AwardWish(
                        request.reference(),
                        request.memberId(),
                        new RunId(request.runId()),
                        request.fromCall(),
                        request.toCall(),
                        request.seatClass());
        return switch (awards.take(wish)) {
            case AwardOutcome.Refused(AwardRefusal code, Explanation why) ->
                    new Outcome.NoSeat(code, why);
            case AwardOutcome.Taken taken -> write(request, ready, taken);
        };
    }

    private Outcome write(OrderRequest request, Draft.Ready ready, AwardOutcome.Taken taken) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Order order =
                books.numbers.order(
                        request, ready, List.of(taken.seat()), now, now.plus(SETTLED_WITHIN));
        return switch (books.book.enter(order, ready.persons(), taken.holdRef())) {
            case WRITTEN -> pay(order, taken.pointsPerYuan());
            case ALREADY_THERE ->
                    new Outcome.Placed(books.numbers.ofReference(request).orElseThrow());
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
        Optional<PlanPayment.Refused> no = books.plans.award(order, price);
        if (no.isPresent()) {
            return new Outcome.TooFewPoints(price, no.get().possible());
        }
        facts.append(
                new OrderCovered(
                        order.id().value(), order.reference(), order.memberId(), clock.instant()));
        return new Outcome.Placed(order);
    }
}
