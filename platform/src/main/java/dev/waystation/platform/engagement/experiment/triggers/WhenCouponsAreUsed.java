package dev.waystation.platform.engagement.experiment.triggers;

import dev.waystation.platform.engagement.experiment.store.ResultRows.Spend;
import dev.waystation.platform.engagement.experiment.usecase.CountSpending;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.members.benefits.facts.CouponRedeemed;
import dev.waystation.platform.members.benefits.facts.CouponRolledBack;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a coupon takes off is a cost of serving its member, until it is given back. */
@Component
class WhenCouponsAreUsed implements FactReader {

    private final CountSpending count;

    WhenCouponsAreUsed(CountSpending count) {
        this.count = count;
    }

    @Override
    public String name() {
        return "experiment.cost";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(CouponRedeemed.class, CouponRolledBack.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        count.costs(batch.stream().flatMap(WhenCouponsAreUsed::cost).toList());
    }

    // One order may use, lose and use a coupon again: the place in the log tells them apart.
    private static Stream<Spend> cost(RecordedFact heard) {
        String reference = "coupon:" + heard.position();
        return switch (heard.fact()) {
            case CouponRedeemed f ->
                    Stream.of(
                            new Spend(f.memberId(), reference, f.occurredAt(), f.discountMinor()));
            case CouponRolledBack f ->
                    Stream.of(
                            new Spend(f.memberId(), reference, f.occurredAt(), -f.discountMinor()));
            default -> Stream.empty();
        };
    }
}
