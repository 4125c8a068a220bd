package dev.waystation.platform.selling.payment.model;

import dev.waystation.amounts.Money;
import dev.waystation.platform.selling.payment.PaymentIntent;
import java.util.UUID;

/**
 * Port to a payment provider (sandbox; WeChat Pay and Alipay take the same place).
 *
 * <p>A provider over the network must not be called inside a transaction: its adapter writes what
 * is to be sent and sends it afterwards.
 */
public interface PaymentGateway {

    /** Name in callback addresses and in captures. */
    String name();

    String payUrl(PaymentIntent intent);

    /** Checks the signature and reads the message; never throws on hostile input. */
    Notice open(Callback callback);

    /** Orders a refund; the same reference has one effect. Answers the provider's number. */
    String refund(PaymentIntent intent, UUID refundRef, Money amount);
}
