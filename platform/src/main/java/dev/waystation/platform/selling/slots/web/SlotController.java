package dev.waystation.platform.selling.slots.web;

import dev.waystation.platform.foundation.edge.Caller;
import dev.waystation.platform.foundation.edge.Cursor;
import dev.waystation.platform.foundation.edge.IdempotencyReference;
import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Page;
import dev.waystation.platform.foundation.edge.Permission;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Refusal;
import dev.waystation.platform.selling.catalogue.EntrySlot;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.slots.SlotOrder;
import dev.waystation.platform.selling.slots.SlotRefusal;
import dev.waystation.platform.selling.slots.SlotSale;
import dev.waystation.platform.selling.slots.SlotWish;
import dev.waystation.platform.selling.slots.Slots;
import dev.waystation.platform.selling.slots.usecase.ShowSlots;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Slots of a day, and places in them. */
@RestController
class SlotController {

    record Price(long minor, String currency) {}

    /**
     * @param taken places held or sold
     */
    record SlotBody(
            String id,
            LocalDate date,
            String starts,
            String ends,
            int capacity,
            int taken,
            Price price) {}

    /**
     * @param slot id of the slot, such as 2026-12-01T09:00
     * @param memberId for whom staff sell; a member buys for themselves
     */
    record SlotPurchase(LocalDateTime slot, int people, @Nullable String memberId) {}

    /**
     * @param intentId what is to pay, null once the deadline has passed
     */
    record SlotOrderView(
            String id,
            LocalDate date,
            String starts,
            String ends,
            int people,
            Price amount,
            String status,
            Instant expiresAt,
            @Nullable String intentId) {

        static SlotOrderView of(SlotOrder order, @Nullable PaymentIntent intent) {
            return new SlotOrderView(
                    PublicId.encode(SlotOrder.PREFIX, order.id()),
                    order.date(),
                    order.starts().toString(),
                    order.ends().toString(),
                    order.people(),
                    new Price(order.amountMinor(), "CNY"),
                    order.state().name().toLowerCase(Locale.ROOT),
                    order.expiresAt(),
                    intent == null ? null : PublicId.encode(PaymentIntent.PREFIX, intent.id()));
        }
    }

    private final ShowSlots show;
    private final Slots slots;
    private final Clock clock;

    SlotController(ShowSlots show, Slots slots, Clock clock) {
        this.show = show;
        this.slots = slots;
        this.clock = clock;
    }

    @GetMapping("/v1/park/slots")
    @Permission(Permission.PUBLIC)
    Page<SlotBody> slots(@RequestParam(required = false) @Nullable LocalDate date) {
        return Page.last(
                show.on(date == null ? LocalDate.now(clock) : date).stream()
                        .map(SlotController::body)
                        .toList());
    }

    @PostMapping("/v1/park/orders")
    @Permission({"orders.sell", Permission.MEMBER})
    @ResponseStatus(HttpStatus.CREATED)
    SlotOrderView buy(@RequestBody SlotPurchase body, Caller caller) {
        SlotWish wish =
                new SlotWish(
                        IdempotencyReference.current(),
                        buyer(body.memberId(), caller),
                        body.slot().toLocalDate(),
                        body.slot().toLocalTime(),
                        body.people());
        return switch (slots.buy(wish)) {
            case SlotSale.Held(SlotOrder order, PaymentIntent intent) ->
                    SlotOrderView.of(order, intent);
            case SlotSale.Refused(SlotRefusal code, int left) ->
                    throw Refusal.of(
                            code,
                            code == SlotRefusal.NO_SUCH_SLOT
                                    ? HttpStatus.NOT_FOUND
                                    : HttpStatus.CONFLICT,
                            Map.of("left", left, "slot", body.slot()));
        };
    }

    @GetMapping("/v1/me/park-orders")
    @Permission(Permission.MEMBER)
    Page<SlotOrderView> mine(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int size = Cursor.limit(limit);
        long before = Cursor.parse(cursor, 1).map(each -> each.number(0)).orElse(Long.MAX_VALUE);
        return Page.cut(
                        show.ofMember(buyer(null, caller), before, size + 1),
                        size,
                        order -> Cursor.after(order.id()))
                .map(order -> SlotOrderView.of(order, null));
    }

    private static long buyer(@Nullable String memberId, Caller caller) {
        if (caller instanceof Caller.Member(long id)) {
            return id;
        }
        Malformed.require(
                memberId != null, "memberId", null, "name the member the tickets are for");
        return PublicId.decode("mbr", String.valueOf(memberId));
    }

    private static SlotBody body(ShowSlots.Day day) {
        EntrySlot slot = day.slot();
        return new SlotBody(
                slot.date() + "T" + slot.starts(),
                slot.date(),
                slot.starts().toString(),
                slot.ends().toString(),
                slot.capacity(),
                day.taken(),
                new Price(slot.priceMinor(), "CNY"));
    }
}
