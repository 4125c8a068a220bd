package dev.waystation.platform.selling.booking.store;

import dev.waystation.ledger.Tenders.RefundOrder;
import dev.waystation.platform.selling.booking.Order;
import dev.waystation.platform.selling.booking.model.PaymentPlan;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What paid an order, ticket by ticket, and what came back of it. */
@Repository
public class TenderStore {

    private static final String ADD_PLAN =
            """
            insert into booking.payment_plan
              (member_id, order_id, points, points_minor, stored_minor, cash_minor, refund_order,
               account_id)
            values (:member, :order, :points, :pointsMinor, :stored, :cash, :refundOrder, :account)
            """;

    private static final String ADD_PART =
            """
            insert into booking.tender (member_id, order_id, line, kind, amount, minor)
            values (:member, :order, :line, :kind, :amount, :minor)
            """;

    private static final String PLAN =
            """
            select points, points_minor, stored_minor, cash_minor, principal, gift, stored_back,
                   refund_order, account_id
            from booking.payment_plan where member_id = :member and order_id = :order
            """;

    private static final String PARTS =
            """
            select line, kind, amount, minor, back, back_minor from booking.tender
            where member_id = :member and order_id = :order
            order by line, case kind when 'POINTS' then 1 when 'FAMILY' then 1
                                    when 'STORED' then 2 else 3 end
            """;

    /** Also a plan that was let go: the money came after the deadline and found seats again. */
    private static final String PAID =
            """
            update booking.payment_plan set state = 'PAID', principal = :principal, gift = :gift
            where member_id = :member and order_id = :order
              and (state <> 'PAID' or (principal = :principal and gift = :gift))
            """;

    private static final String LET_GO =
            """
            update booking.payment_plan set state = 'LET_GO'
            where member_id = :member and order_id = :order
            """;

    private static final String BACK =
            """
            update booking.tender set back = back + :amount, back_minor = back_minor + :minor
            where member_id = :member and order_id = :order and line = :line and kind = :kind
            """;

    private static final String STORED_BACK =
            """
            update booking.payment_plan set stored_back = stored_back + :minor
            where member_id = :member and order_id = :order
            """;

    private static final String ON_ACCOUNT =
            """
            select order_id, sum(t.minor - t.back_minor) as net
              from booking.payment_plan p
              join booking.tender t using (member_id, order_id)
              join booking.orders o using (member_id, order_id)
             where p.account_id = :account and t.kind = 'ACCOUNT' and p.state <> 'LET_GO'
            """;
    private static final String OF_THESE =
            ON_ACCOUNT + " and order_id = any (:ids) group by order_id";
    private static final String PLACED_IN =
            ON_ACCOUNT + " and o.placed_at >= :from and o.placed_at < :to group by order_id";

    private final JdbcClient jdbc;

    TenderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(Order order, PaymentPlan plan) {
        of(ADD_PLAN, order)
                .param("points", plan.points())
                .param("pointsMinor", plan.pointsMinor())
                .param("stored", plan.storedMinor())
                .param("cash", plan.cashMinor())
                .param("refundOrder", plan.refundOrder().name())
                .param("account", plan.accountId())
                .update();
        for (PaymentPlan.Part part : plan.parts()) {
            of(ADD_PART, order)
                    .param("line", part.line())
                    .param("kind", part.kind().name())
                    .param("amount", part.amount())
                    .param("minor", part.minor())
                    .update();
        }
    }

    /** Empty for an order that cash alone pays. */
    public Optional<PaymentPlan> plan(long memberId, long orderId) {
        List<PaymentPlan.Part> parts =
                jdbc.sql(PARTS)
                        .param("member", memberId)
                        .param("order", orderId)
                        .query((row, _) ->
                                new PaymentPlan.Part(
                                        row.getInt("line"),
                                        PaymentPlan.Kind.valueOf(row.getString("kind")),
                                        row.getLong("amount"),
                                        row.getLong("minor"),
                                        row.getLong("back"),
                                        row.getLong("back_minor")))
                        .list();
        return jdbc.sql(PLAN)
                .param("member", memberId)
                .param("order", orderId)
                .query((row, _) ->
                        new PaymentPlan(
                                row.getLong("points"),
                                row.getLong("points_minor"),
                                row.getLong("stored_minor"),
                                row.getLong("cash_minor"),
                                row.getLong("principal"),
                                row.getLong("gift"),
                                row.getLong("stored_back"),
                                RefundOrder.valueOf(row.getString("refund_order")),
                                row.getObject("account_id", Long.class),
                                parts))
                .optional();
    }

    /** Those of the orders that were not paid by cash alone. */
    public Set<Long> mixed(List<Long> orderIds) {
        return Set.copyOf(
                jdbc.sql("select order_id from booking.payment_plan where order_id = any (:ids)")
                        .param("ids", orderIds.toArray(Long[]::new))
                        .query((row, _) -> row.getLong(1))
                        .list());
    }

    /** By order: what the account of an enterprise paid less what came back to it. */
    public Map<Long, Long> onAccount(long account, List<Long> orderIds) {
        return net(
                jdbc.sql(OF_THESE)
                        .param("account", account)
                        .param("ids", orderIds.toArray(Long[]::new)));
    }

    /** The same of all orders placed in a time. */
    public Map<Long, Long> onAccount(long account, Instant from, Instant to) {
        return net(
                jdbc.sql(PLACED_IN)
                        .param("account", account)
                        .param("from", Timestamp.from(from))
                        .param("to", Timestamp.from(to)));
    }

    private static Map<Long, Long> net(JdbcClient.StatementSpec orders) {
        Map<Long, Long> net = new HashMap<>();
        orders.query(row -> {
            net.put(row.getLong("order_id"), row.getLong("net"));
        });
        return net;
    }

    public void paid(Order order, long principal, long gift) {
        if (of(PAID, order).param("principal", principal).param("gift", gift).update() != 1) {
            throw new IllegalStateException(
                    "what the card of order %d paid could not be written down"
                            .formatted(order.id().value()));
        }
    }

    public void letGo(Order order) {
        of(LET_GO, order).update();
    }

    public void back(Order order, PaymentPlan.Part part, long amount, long minor) {
        of(BACK, order)
                .param("line", part.line())
                .param("kind", part.kind().name())
                .param("amount", amount)
                .param("minor", minor)
                .update();
        if (part.kind() == PaymentPlan.Kind.STORED) {
            of(STORED_BACK, order).param("minor", minor).update();
        }
    }

    private JdbcClient.StatementSpec of(String sql, Order order) {
        return jdbc.sql(sql).param("member", order.memberId()).param("order", order.id().value());
    }
}
