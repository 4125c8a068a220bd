package dev.waystation.platform.selling.slots.usecase;

import dev.waystation.platform.foundation.jobs.EachAlone;
import dev.waystation.platform.foundation.jobs.Turn;
import dev.waystation.platform.selling.slots.store.SlotStore;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Puts all places back on sale that were not paid in time. */
@Service
public class EndSlotHolds {

    private final SlotStore slots;
    private final SettleSlot settle;

    EndSlotHolds(SlotStore slots, SettleSlot settle) {
        this.slots = slots;
        this.settle = settle;
    }

    public void handle(Instant now) {
        EachAlone.pages(
                Turn.firstReference(),
                after -> slots.due(now, after),
                order -> settle.end(order, now));
    }
}
