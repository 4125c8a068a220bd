package dev.waystation.platform.selling.booking.triggers;

import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.selling.booking.facts.OrderCovered;
import dev.waystation.platform.selling.booking.usecase.SettleOrder;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Covered without cash: tickets are due. Tried again until the points and the card were charged.
 */
@Component
class WhenOrderCovered implements FactReader {

    private final SettleOrder settleOrder;

    WhenOrderCovered(SettleOrder settleOrder) {
        this.settleOrder = settleOrder;
    }

    @Override
    public String name() {
        return "booking.settle-covered";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(OrderCovered.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        for (RecordedFact recorded : batch) {
            if (recorded.fact() instanceof OrderCovered covered) {
                settleOrder.handle(covered.orderRef());
            }
        }
    }
}
