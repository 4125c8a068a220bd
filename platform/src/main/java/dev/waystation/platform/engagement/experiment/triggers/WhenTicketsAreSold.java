package dev.waystation.platform.engagement.experiment.triggers;

import dev.waystation.platform.engagement.experiment.store.ResultRows.Spend;
import dev.waystation.platform.engagement.experiment.usecase.CountSpending;
import dev.waystation.platform.foundation.facts.Fact;
import dev.waystation.platform.foundation.facts.FactReader;
import dev.waystation.platform.foundation.facts.RecordedFact;
import dev.waystation.platform.selling.booking.facts.RefundShared;
import dev.waystation.platform.selling.booking.facts.TicketChanged;
import dev.waystation.platform.selling.booking.facts.TicketIssued;
import dev.waystation.platform.selling.booking.facts.TicketRefunded;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Fares are spent when tickets are issued, and come back when they are refunded. */
@Component
class WhenTicketsAreSold implements FactReader {

    private final CountSpending count;

    WhenTicketsAreSold(CountSpending count) {
        this.count = count;
    }

    @Override
    public String name() {
        return "experiment.spending";
    }

    @Override
    public Set<Class<? extends Fact>> hears() {
        return Set.of(
                TicketIssued.class, TicketRefunded.class, TicketChanged.class, RefundShared.class);
    }

    @Override
    public void read(List<RecordedFact> batch) {
        count.handle(batch.stream().flatMap(one -> spend(one.fact())).toList());
    }

    private static Stream<Spend> spend(Fact fact) {
        return switch (fact) {
            case TicketIssued f ->
                    Stream.of(
                            new Spend(
                                    f.memberId(),
                                    "ticket:" + f.ticketId(),
                                    f.occurredAt(),
                                    f.fareMinor()));
            case TicketRefunded f ->
                    Stream.of(
                            new Spend(
                                    f.memberId(),
                                    "refund:" + f.ticketId(),
                                    f.occurredAt(),
                                    -f.refundMinor()));
            case TicketChanged f ->
                    Stream.of(
                            new Spend(
                                    f.memberId(),
                                    "change:" + f.ticketId(),
                                    f.occurredAt(),
                                    f.feeMinor() - f.carriedMinor()));
            case RefundShared f ->
                    Stream.of(
                            new Spend(
                                    f.memberId(),
                                    "shared:%d:%d:%s"
                                            .formatted(
                                                    f.orderId(), f.refundMinor(), f.occurredAt()),
                                    f.occurredAt(),
                                    -f.refundMinor()));
            default -> Stream.empty();
        };
    }
}
