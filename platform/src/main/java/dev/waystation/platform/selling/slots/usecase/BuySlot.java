package dev.waystation.platform.selling.slots.usecase;

import dev.waystation.amounts.Money;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.selling.catalogue.EntrySlot;
import dev.waystation.platform.selling.catalogue.Parks;
import dev.waystation.platform.selling.payment.Payments;
import dev.waystation.platform.selling.slots.SlotOrder;
import dev.waystation.platform.selling.slots.SlotRefusal;
import dev.waystation.platform.selling.slots.SlotSale;
import dev.waystation.platform.selling.slots.SlotWish;
import dev.waystation.platform.selling.slots.Slots;
import dev.waystation.platform.selling.slots.store.SlotStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds places in a slot for ten minutes and asks for the money. */
@Service
class BuySlot implements Slots {

    private static final Duration PAY_WITHIN = Duration.ofMinutes(10);

    private final Parks parks;
    private final SlotStore slots;
    private final Payments payments;
    private final Clock clock;

    BuySlot(Parks parks, SlotStore slots, Payments payments, Clock clock) {
        this.parks = parks;
        this.slots = slots;
        this.payments = payments;
        this.clock = clock;
    }

    @Override
    @Transactional
    public SlotSale buy(SlotWish wish) {
        Optional<SlotOrder> before = slots.locked(wish.reference());
        if (before.isPresent()) {
            return held(before.get());
        }
        Optional<EntrySlot> found =
                parks.slots(wish.date()).stream()
                        .filter(slot -> slot.starts().equals(wish.starts()))
                        .findFirst();
        if (found.isEmpty()) {
            return new SlotSale.Refused(SlotRefusal.NO_SUCH_SLOT, 0);
        }
        EntrySlot slot = found.get();
        Instant now = clock.instant();
        Instant closes = slot.date().atTime(slot.ends()).atZone(VenueZone.DEFAULT).toInstant();
        if (!now.isBefore(closes)) {
            return new SlotSale.Refused(SlotRefusal.SLOT_IS_OVER, 0);
        }
        if (!slots.take(slot, wish.people())) {
            int taken = slots.taken(slot.date()).getOrDefault(slot.starts(), 0);
            return new SlotSale.Refused(SlotRefusal.SLOT_IS_FULL, slot.capacity() - taken);
        }
        return held(slots.place(wish, slot, now, now.plus(PAY_WITHIN)));
    }

    private SlotSale held(SlotOrder order) {
        String subject = "%s %s–%s".formatted(order.date(), order.starts(), order.ends());
        return new SlotSale.Held(
                order, payments.open(order.reference(), Money.yuan(order.amountMinor()), subject));
    }
}
