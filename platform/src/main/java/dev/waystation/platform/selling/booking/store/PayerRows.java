package dev.waystation.platform.selling.booking.store;

import dev.waystation.platform.selling.booking.OrderId;
import dev.waystation.platform.selling.booking.Payers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who paid, by what paid. */
@Component
class PayerRows implements Payers {

    private static final String OF =
            """
            select case
                when exists (
                    select from booking.payment_plan
                    where member_id = :member and order_id = :order and account_id is not null)
                    then 'enterprise'
                when exists (
                    select from booking.tender
                    where member_id = :member and order_id = :order and kind = 'FAMILY')
                    then 'family'
                else 'buyer' end
            """;

    private final JdbcClient jdbc;

    PayerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String of(long memberId, OrderId order) {
        return jdbc.sql(OF)
                .param("member", memberId)
                .param("order", order.value())
                .query(String.class)
                .single();
    }
}
