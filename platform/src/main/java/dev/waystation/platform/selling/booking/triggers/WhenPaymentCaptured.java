package dev.waystation.platform.selling.booking.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.selling.booking.usecase.SettleOrder;
import dev.waystation.platform.selling.payment.facts.PaymentCaptured;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Paid: tickets are due. Settling is once per order, so hearing twice does no harm. */
@Component
class WhenPaymentCaptured implements FactReader {

    private final SettleOrder settleOrder;

    WhenPaymentCaptured(SettleOrder settleOrder) {
        this.settleOrder = settleOrder;
    }

    @Override
    public String name() {
        return "booking.settle";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(PaymentCaptured.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact recorded : batch) {
            if (recorded.fact() instanceof PaymentCaptured captured) {
                settleOrder.handle(captured.orderRef());
            }
        }
    }
}
