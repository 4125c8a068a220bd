package dev.waystation.platform.selling.slots.usecase;

import dev.waystation.platform.selling.catalogue.EntrySlot;
import dev.waystation.platform.selling.catalogue.Parks;
import dev.waystation.platform.selling.slots.SlotOrder;
import dev.waystation.platform.selling.slots.store.SlotStore;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The slots of a day with what is taken, and the orders of a member. */
@Service
public class ShowSlots {

    /**
     * @param taken places held or sold
     */
    public record Day(EntrySlot slot, int taken) {}

    private final Parks parks;
    private final SlotStore slots;

    ShowSlots(Parks parks, SlotStore slots) {
        this.parks = parks;
        this.slots = slots;
    }

    @Transactional(readOnly = true)
    public List<Day> on(LocalDate date) {
        Map<LocalTime, Integer> taken = slots.taken(date);
        return parks.slots(date).stream()
                .map(slot -> new Day(slot, taken.getOrDefault(slot.starts(), 0)))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<SlotOrder> ofMember(long memberId, long before, int limit) {
        return slots.ofMember(memberId, before, limit);
    }
}
