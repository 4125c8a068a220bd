package dev.waystation.platform.members.referral.usecase;

import dev.waystation.platform.members.referral.model.Invitation;
import dev.waystation.platform.members.referral.model.Signal;
import dev.waystation.platform.members.referral.model.Terms;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.Orders;
import dev.waystation.platform.selling.payment.Payments;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** What an order shows of its buyer: for whom it is and from which account it was paid. */
@Component
class BuyerSignals {

    private final AfterBinding binding;
    private final WatchSignals watch;
    private final Orders orders;
    private final Payments payments;

    BuyerSignals(AfterBinding binding, WatchSignals watch, Orders orders, Payments payments) {
        this.binding = binding;
        this.watch = watch;
        this.orders = orders;
        this.payments = payments;
    }

    void look(Invitation invitation, Terms.Limits limits, long orderId, Instant at) {
        binding.documents(invitation, limits);
        orders.order(new OrderId(orderId))
                .map(Order::reference)
                .flatMap(payments::payerKey)
                .ifPresent(payer ->
                        watch.see(
                                invitation.inviteeId(),
                                invitation.campaignId(),
                                limits,
                                Signal.INSTRUMENT,
                                HexFormat.of().formatHex(payer),
                                at));
    }
}
