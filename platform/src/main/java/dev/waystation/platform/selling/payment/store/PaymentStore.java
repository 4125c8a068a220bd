package dev.waystation.platform.selling.payment.store;

import dev.waystation.amounts.Money;
import dev.waystation.platform.selling.payment.PaymentIntent;
import dev.waystation.platform.selling.payment.model.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Intents, captures and refunds; the constraints named here are the last guard. */
@Repository
public class PaymentStore {

    private static final String OPEN =
            """
            insert into payment.intent (order_ref, amount_minor, currency, subject, opened_at)
            values (:orderRef, :amountMinor, :currency, :subject, :openedAt)
            on conflict on constraint intent_once_per_order do nothing
            """;
    private static final String SELECT =
            """
            select intent_id, order_ref, amount_minor, currency, subject, opened_at, captured_at,
                   refunded_minor
              from payment.intent
            """;
    private static final String CAPTURE =
            """
            with counted as (
                insert into payment.capture
                       (intent_id, gateway, gateway_ref, event_id, amount_minor, captured_at, body,
                        payer_key)
                values (:intentId, :gateway, :gatewayRef, :eventId, :amountMinor, :capturedAt, :body,
                        :payerKey)
                on conflict do nothing
                returning intent_id)
            update payment.intent i
               set captured_at = :capturedAt
              from counted c
             where i.intent_id = c.intent_id
               and i.captured_at is null
            """;
    private static final String EVENT_COUNTED =
            """
            select exists (
                select 1 from payment.capture
                 where gateway = :gateway and event_id = :eventId and intent_id = :intentId)
            """;
    private static final String REFUND_KNOWN =
            """
            select amount_minor from payment.refund where refund_ref = :refundRef
            """;
    private static final String REFUND =
            """
            insert into payment.refund
                   (refund_ref, intent_id, amount_minor, reason, gateway, gateway_ref, requested_at)
            values (:refundRef, :intentId, :amountMinor, :reason, :gateway, :gatewayRef, :at)
            """;
    private static final String ADD_REFUNDED =
            """
            update payment.intent
               set refunded_minor = refunded_minor + :amountMinor
             where intent_id = :intentId
               and captured_at is not null
               and refunded_minor + :amountMinor <= amount_minor
            """;
    private static final String PAYER_KEY =
            """
            select c.payer_key from payment.capture c
              join payment.intent i using (intent_id)
             where i.order_ref = :ref and c.payer_key is not null
            """;
    private static final String GATEWAY_OF =
            """
            select gateway from payment.capture where intent_id = :intentId
            """;

    private final JdbcClient jdbc;

    PaymentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void open(UUID orderRef, Money amount, String subject, Instant now) {
        jdbc.sql(OPEN)
                .param("orderRef", orderRef)
                .param("amountMinor", amount.minor())
                .param("currency", amount.currency())
                .param("subject", subject)
                .param("openedAt", Timestamp.from(now))
                .update();
    }

    public Optional<PaymentIntent> intent(long intentId) {
        return jdbc.sql(SELECT + " where intent_id = :id")
                .param("id", intentId)
                .query(PaymentStore::intent)
                .optional();
    }

    /** The intent, locked until the transaction ends: captures and refunds of it take turns. */
    public Optional<PaymentIntent> locked(long intentId) {
        return jdbc.sql(SELECT + " where intent_id = :id for update")
                .param("id", intentId)
                .query(PaymentStore::intent)
                .optional();
    }

    public Optional<PaymentIntent> ofOrder(UUID orderRef) {
        return jdbc.sql(SELECT + " where order_ref = :ref")
                .param("ref", orderRef)
                .query(PaymentStore::intent)
                .optional();
    }

    public boolean eventCounted(String gateway, Notice.Paid notice) {
        return jdbc.sql(EVENT_COUNTED)
                .param("gateway", gateway)
                .param("eventId", notice.eventId())
                .param("intentId", notice.intentId())
                .query(Boolean.class)
                .single();
    }

    /** Whether this callback is the one that counted. */
    public boolean capture(
            String gateway,
            Notice.Paid notice,
            byte @Nullable [] payerKey,
            String body,
            Instant now) {
        return jdbc.sql(CAPTURE)
                        .param("intentId", notice.intentId())
                        .param("gateway", gateway)
                        .param("gatewayRef", notice.gatewayRef())
                        .param("eventId", notice.eventId())
                        .param("amountMinor", notice.amount().minor())
                        .param("capturedAt", Timestamp.from(now))
                        .param("body", body)
                        .param("payerKey", payerKey, Types.BINARY)
                        .update()
                == 1;
    }

    public Optional<byte[]> payerKey(UUID orderRef) {
        return jdbc.sql(PAYER_KEY)
                .param("ref", orderRef)
                .query((row, index) -> row.getBytes(1))
                .optional();
    }

    public String gatewayOf(long intentId) {
        return jdbc.sql(GATEWAY_OF).param("intentId", intentId).query(String.class).single();
    }

    public Optional<Long> refundedBy(UUID refundRef) {
        return jdbc.sql(REFUND_KNOWN).param("refundRef", refundRef).query(Long.class).optional();
    }

    /** False when the refunds would exceed what was captured. */
    public boolean addRefunded(long intentId, long amountMinor) {
        return jdbc.sql(ADD_REFUNDED)
                        .param("intentId", intentId)
                        .param("amountMinor", amountMinor)
                        .update()
                == 1;
    }

    public void refund(UUID refundRef, PaymentIntent intent, Returned returned, Instant now) {
        jdbc.sql(REFUND)
                .param("refundRef", refundRef)
                .param("intentId", intent.id())
                .param("amountMinor", returned.amount().minor())
                .param("reason", returned.reason())
                .param("gateway", returned.gateway())
                .param("gatewayRef", returned.gatewayRef())
                .param("at", Timestamp.from(now))
                .update();
    }

    /** Money on its way back and who carries it. */
    public record Returned(Money amount, String reason, String gateway, String gatewayRef) {}

    private static PaymentIntent intent(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        return new PaymentIntent(
                row.getLong("intent_id"),
                row.getObject("order_ref", UUID.class),
                new Money(row.getLong("amount_minor"), currency),
                row.getString("subject"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row.getTimestamp("captured_at")),
                new Money(row.getLong("refunded_minor"), currency));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
