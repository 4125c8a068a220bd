package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.members.benefits.ReserveOutcome;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderPlacement;
import dev.waystation.platform.selling.booking.OrderRefusal;
import dev.waystation.platform.selling.booking.OrderRequest;
import dev.waystation.platform.selling.booking.model.Draft;
import dev.waystation.platform.selling.booking.model.References;
import dev.waystation.platform.selling.catalogue.RunId;
import dev.waystation.platform.selling.inventory.HoldOutcome;
import dev.waystation.platform.selling.inventory.HoldRequest;
import dev.waystation.platform.selling.inventory.SeatHolds;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds seats for travellers until they are paid for.
 *
 * <p>Seats are decided elsewhere and durable at once, the order is written in this transaction. A
 * crash between the two leaves a hold that a retry finds again by its reference, or that expires.
 */
@Service
public class PlaceOrder {

    private final DraftOrder drafts;
    private final SeatHolds holds;
    private final OrderBook book;
    private final OrderNumbers numbers;
    private final BookingTerms terms;
    private final Clock clock;

    PlaceOrder(
            DraftOrder drafts,
            SeatHolds holds,
            OrderBook book,
            OrderNumbers numbers,
            BookingTerms terms,
            Clock clock) {
        this.drafts = drafts;
        this.holds = holds;
        this.book = book;
        this.numbers = numbers;
        this.terms = terms;
        this.clock = clock;
    }

    /** The same reference gives the same order, however often and at the same time it is asked. */
    @Transactional
    public OrderPlacement handle(OrderRequest request) {
        Optional<Order> before = numbers.ofReference(request);
        if (before.isPresent()) {
            return new OrderPlacement.Placed(before.get());
        }
        return switch (drafts.draft(request)) {
            case Draft.Refused refused -> said(refused);
            case Draft.Ready ready -> hold(request, ready);
        };
    }

    private static OrderPlacement said(Draft.Refused no) {
        return new OrderPlacement.Refused(no.code(), no.values(), null, null, no.why());
    }

    private OrderPlacement hold(OrderRequest request, Draft.Ready ready) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UUID holdRef = References.derived(request.reference(), "seats");
        HoldOutcome outcome =
                holds.hold(
                        new HoldRequest(
                                holdRef,
                                new RunId(ready.trip().runId()),
                                request.seatClass(),
                                request.fromCall(),
                                request.toCall(),
                                ready.groups(),
                                now.plus(terms.payWithin()).plus(terms.settleWithin())));
        return switch (outcome) {
            case HoldOutcome.Refused refused ->
                    new OrderPlacement.Refused(
                            OrderRefusal.SEATS_NOT_AVAILABLE,
                            Map.of("train", ready.trip().trainCode()),
                            refused);
            case HoldOutcome.Held held -> write(request, ready, held, now);
        };
    }

    private OrderPlacement write(
            OrderRequest request, Draft.Ready ready, HoldOutcome.Held held, Instant now) {
        Order full = numbers.order(request, ready, held.seats(), now, now.plus(terms.payWithin()));
        return switch (book.reserve(full, request.coupons())) {
            case ReserveOutcome.Refused coupon -> {
                Optional<Order> twin = numbers.ofReference(request);
                if (twin.isPresent()) {
                    // it was written meanwhile, and has the coupon and these seats
                    yield new OrderPlacement.Placed(twin.get());
                }
                holds.release(held.holdRef(), "order_refused");
                yield new OrderPlacement.Refused(
                        OrderRefusal.COUPON_NOT_USABLE, coupon.values(), null, coupon, null);
            }
            case ReserveOutcome.Reserved off ->
                    enter(request, ready, held, OrderCoupons.discounted(full, off));
        };
    }

    private OrderPlacement enter(
            OrderRequest request, Draft.Ready ready, HoldOutcome.Held held, Order order) {
        return switch (book.enter(order, ready.persons(), held.holdRef())) {
            case WRITTEN -> new OrderPlacement.Placed(order);
            case ALREADY_THERE ->
                    new OrderPlacement.Placed(numbers.ofReference(request).orElseThrow());
            case STUDENT_JOURNEYS_ARE_USED -> {
                holds.release(held.holdRef(), "order_refused");
                // somebody took the last one meanwhile: seen again, with every reason
                yield drafts.draft(request) instanceof Draft.Refused again
                        ? said(again)
                        : new OrderPlacement.Refused(
                                OrderRefusal.STUDENT_JOURNEYS_USED_UP,
                                Map.of("traveller", "", "most", "", "year", ""));
            }
            case PERSON_IS_ELSEWHERE -> {
                holds.release(held.holdRef(), "order_refused");
                yield new OrderPlacement.Refused(
                        OrderRefusal.TRAVELLER_HAS_OVERLAPPING_TRIP,
                        Map.of("traveller", "", "train", "", "departs", ""));
            }
        };
    }
}
