package dev.waystation.platform.members.passes.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.passes.facts.PassBillOpened;
import dev.waystation.platform.members.passes.usecase.SettleBill;
import dev.waystation.platform.selling.payment.facts.PaymentCaptured;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Settles bills whose points are set aside and whose cash, if any, is there. */
@Component
class WhenPassIsPaid implements FactReader {

    private final SettleBill settle;

    WhenPassIsPaid(SettleBill settle) {
        this.settle = settle;
    }

    @Override
    public String name() {
        return "passes.bills-paid";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(PassBillOpened.class, PaymentCaptured.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact each : batch) {
            switch (each.fact()) {
                case PassBillOpened opened -> settle.handle(opened.orderRef());
                case PaymentCaptured paid -> settle.handle(paid.orderRef());
                default -> {}
            }
        }
    }
}
