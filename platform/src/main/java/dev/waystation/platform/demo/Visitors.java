package dev.waystation.platform.demo;

import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.selling.catalogue.EntrySlot;
import dev.waystation.platform.selling.catalogue.Parks;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.SandboxPayments;
import dev.waystation.platform.selling.slots.SlotSale;
import dev.waystation.platform.selling.slots.SlotWish;
import dev.waystation.platform.selling.slots.Slots;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Invented families who book a time to enter the park; one in twenty never pays. */
@Component
class Visitors {

    private static final int DAYS_AHEAD = 7;

    private final Members members;
    private final Parks parks;
    private final Slots slots;
    private final SandboxPayments sandbox;

    Visitors(Members members, Parks parks, Slots slots, SandboxPayments sandbox) {
        this.members = members;
        this.parks = parks;
        this.slots = slots;
        this.sandbox = sandbox;
    }

    /** How many places one party bought; 0 when nothing is open or it did not pay. */
    int book(Instant now, ZoneId zone, SplittableRandom chance) {
        long count = members.count();
        LocalDateTime here = LocalDateTime.ofInstant(now, zone);
        LocalDate day = here.toLocalDate().plusDays(chance.nextInt(DAYS_AHEAD));
        List<EntrySlot> open =
                parks.slots(day).stream()
                        .filter(slot -> day.atTime(slot.ends()).isAfter(here))
                        .toList();
        if (count == 0 || open.isEmpty()) {
            return 0;
        }
        EntrySlot slot = open.get(chance.nextInt(open.size()));
        SlotWish wish =
                new SlotWish(
                        new UUID(chance.nextLong(), chance.nextLong()),
                        1 + chance.nextLong(count),
                        day,
                        slot.starts(),
                        1 + chance.nextInt(4));
        boolean pays = chance.nextInt(20) > 0;
        return switch (slots.buy(wish)) {
            case SlotSale.Held(var _, PaymentIntent intent) when pays -> {
                sandbox.approve(intent.id());
                yield wish.people();
            }
            case SlotSale.Held _, SlotSale.Refused _ -> 0;
        };
    }
}
