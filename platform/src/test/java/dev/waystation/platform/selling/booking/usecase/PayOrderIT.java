package dev.waystation.platform.selling.booking.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.amounts.Money;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Phrases;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactLog;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.Shop;
import dev.waystation.platform.selling.booking.store.OrderStore;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.Payments;
import dev.waystation.platform.selling.payment.RefundOutcome;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class PayOrderIT {

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired OrderStore orders;
    @Autowired Payments payments;
    @Autowired PayOrder payOrder;
    @Autowired PlanPayment plans;
    @Autowired OrderTenders tenders;
    @Autowired FactLog facts;
    @Autowired Phrases phrases;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    /** Keeps intents as ever, but nobody takes money: an installation nobody has finished. */
    private record NoGateway(Payments kept) implements Payments {

        @Override
        public Optional<byte[]> payerKey(UUID orderRef) {
            return kept.payerKey(orderRef);
        }

        @Override
        public PaymentIntent open(UUID orderRef, Money amount, String subject) {
            return kept.open(orderRef, amount, subject);
        }

        @Override
        public Optional<PaymentIntent> intent(long intentId) {
            return kept.intent(intentId);
        }

        @Override
        public Optional<PaymentIntent> ofOrder(UUID orderRef) {
            return kept.ofOrder(orderRef);
        }

        @Override
        public Optional<String> payUrl(PaymentIntent intent) {
            return Optional.empty();
        }

        @Override
        public RefundOutcome refund(UUID refund, UUID order, Money amount, String reason) {
            return kept.refund(refund, order, amount, reason);
        }
    }

    @Test
    void saysThatNoProviderIsConnectedAndKeepsTheOrderForTheTimeOneIs() {
        Shop shop = beans.createBean(Shop.class);
        long member = shop.aMember();
        Order order = shop.place(shop.wish(member, shop.aTrain(), List.of(shop.self(member))));
        PayOrder without =
                new PayOrder(orders, new NoGateway(payments), plans, tenders, facts, clock);
        PayOrder.Outcome said = transaction.execute(status -> without.handle(order.id()));
        assertThat(said)
                .isEqualTo(new PayOrder.Outcome.Refused(PayOrder.PayRefusal.NO_PAYMENT_GATEWAY));
        Said sentence = phrases.say("NO_PAYMENT_GATEWAY", Map.of());
        assertThat(sentence.zh()).contains("支付渠道");
        assertThat(sentence.en()).contains("No payment provider");
        assertThat(payOrder.handle(order.id())).isInstanceOf(PayOrder.Outcome.Opened.class);
    }
}
