package dev.waystation.platform.selling.slots.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.selling.catalogue.Parks;
import dev.waystation.platform.selling.payment.Payments;
import dev.waystation.platform.selling.slots.SlotOrder;
import dev.waystation.platform.selling.slots.store.SlotStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the money and the clock do to places that wait. */
@Service
public class SettleSlot {

    private final SlotStore slots;
    private final Parks parks;
    private final Payments payments;

    SettleSlot(SlotStore slots, Parks parks, Payments payments) {
        this.slots = slots;
        this.parks = parks;
        this.payments = payments;
    }

    /** Paid in time the places stay; paid too late they are taken again, or the money goes back. */
    @Transactional
    public void paid(UUID reference) {
        slots.locked(reference)
                .ifPresent(order -> {
                    switch (order.state()) {
                        case HELD -> slots.move(order, SlotOrder.State.PAID);
                        case EXPIRED -> tooLate(order);
                        case PAID -> {}
                    }
                });
    }

    /** Places whose time is up are for sale again. */
    @Transactional
    public void end(UUID reference, Instant now) {
        slots.locked(reference)
                .filter(order -> order.state() == SlotOrder.State.HELD)
                .filter(order -> !order.expiresAt().isAfter(now))
                .ifPresent(order -> {
                    slots.giveBack(order);
                    slots.move(order, SlotOrder.State.EXPIRED);
                });
    }

    private void tooLate(SlotOrder order) {
        boolean again =
                parks.slots(order.date()).stream()
                        .filter(slot -> slot.starts().equals(order.starts()))
                        .anyMatch(slot -> slots.take(slot, order.people()));
        if (again) {
            slots.move(order, SlotOrder.State.PAID);
            return;
        }
        byte[] name = ("late " + order.reference()).getBytes(StandardCharsets.UTF_8);
        payments.refund(
                UUID.nameUUIDFromBytes(name),
                order.reference(),
                Money.yuan(order.amountMinor()),
                "paid after the deadline, the slot is full");
    }
}
