package dev.waystation.platform.selling.slots.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.selling.payment.facts.PaymentCaptured;
import dev.waystation.platform.selling.slots.usecase.SettleSlot;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps places whose money has come. */
@Component
class WhenSlotIsPaid implements FactReader {

    private final SettleSlot settle;

    WhenSlotIsPaid(SettleSlot settle) {
        this.settle = settle;
    }

    @Override
    public String name() {
        return "slots.paid";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(PaymentCaptured.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact each : batch) {
            if (each.fact() instanceof PaymentCaptured paid) {
                settle.paid(paid.orderRef());
            }
        }
    }
}
