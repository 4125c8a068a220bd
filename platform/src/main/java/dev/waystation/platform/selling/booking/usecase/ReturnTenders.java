package dev.waystation.platform.selling.booking.usecase;

import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.members.wallet.StoredValue;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.facts.TenderReturned;
import dev.waystation.platform.selling.booking.model.PaymentPlan;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.booking.store.TenderStore;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Brings points and card money of a returned ticket back. The wallet does not join our transaction,
 * so it follows the fact that the return leaves: a return that is rolled back brings nothing, one
 * that is cut off after its commit still does. Doing it twice brings it once.
 */
@Service
public class ReturnTenders {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnTenders.class);

    private final OrderStore orders;
    private final TenderStore tenders;
    private final OrderPoints points;
    private final StoredValue card;
    private final FactLog facts;
    private final Clock clock;

    ReturnTenders(
            OrderStore orders,
            TenderStore tenders,
            OrderPoints points,
            StoredValue card,
            FactLog facts,
            Clock clock) {
        this.orders = orders;
        this.tenders = tenders;
        this.points = points;
        this.card = card;
        this.facts = facts;
        this.clock = clock;
    }

    /** Due with the caller's transaction, and done right after it where nothing is in the way. */
    void due(Order order, PaymentPlan.Kind kind, UUID reference, long amount, long before) {
        TenderReturned returned =
                new TenderReturned(
                        order.id().value(),
                        order.memberId(),
                        kind.name(),
                        reference,
                        amount,
                        before,
                        clock.instant());
        facts.append(returned);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        try {
                            handle(returned);
                        } catch (RuntimeException later) {
                            LOG.warn("Order {} gets its tenders later", returned.orderId(), later);
                        }
                    }
                });
    }

    public void handle(TenderReturned returned) {
        Order order = orders.order(new OrderId(returned.orderId())).orElseThrow();
        switch (PaymentPlan.Kind.valueOf(returned.kind())) {
            case POINTS -> points.giveBack(order, returned);
            case FAMILY -> points.giveBackToFamily(order, returned);
            case STORED -> card(order, returned);
            case CASH, ACCOUNT ->
                    throw new IllegalStateException("comes back otherwise: " + returned);
        }
    }

    private void card(Order order, TenderReturned returned) {
        PaymentPlan plan = tenders.plan(order.memberId(), order.id().value()).orElseThrow();
        card.giveBack(
                order.memberId(),
                returned.reference(),
                OrderTenders.part(order, "card"),
                plan.principal(),
                plan.gift(),
                returned.before(),
                returned.amount());
    }
}
