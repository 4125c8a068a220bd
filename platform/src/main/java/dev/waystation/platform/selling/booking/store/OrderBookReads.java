package dev.waystation.platform.selling.booking.store;

import dev.waystation.platform.selling.booking.OrderBooks;
import dev.waystation.platform.selling.booking.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums over orders and their tickets. */
@Repository
class OrderBookReads implements OrderBooks {

    private static final String LINE =
            """
            select o.order_id, o.order_ref, o.member_id, o.status,
                   case when o.status = 'paid' then o.amount_minor else 0 end as sold,
                   (select coalesce(sum(t.refund_minor), 0) from booking.ticket t
                    where t.member_id = o.member_id and t.order_id = o.order_id)
                   - (select coalesce(sum(c.carried_back), 0) from booking.ticket_change c
                      where c.member_id = o.member_id and c.order_id = o.order_id)
                   + (select coalesce(sum(c.carried_back), 0) from booking.ticket_change c
                      where c.member_id = o.member_id and c.old_order_id = o.order_id)
                   as returned,
                   (select coalesce(sum(t.minor - t.back_minor), 0)
                    from booking.tender t join booking.payment_plan p using (member_id, order_id)
                    where t.member_id = o.member_id and t.order_id = o.order_id
                      and t.kind <> 'CASH' and p.state = 'PAID') as not_cash,
                   coalesce(o.settled_at, o.placed_at) as at
            from booking.orders o
            """;

    private static final String SETTLED =
            LINE
                    + """
                    where o.source = 'sale' and o.settled_at >= :from and o.settled_at < :to
                    order by o.settled_at, o.order_id
                    """;

    private static final String IN_POINTS =
            """
            select coalesce(sum(t.minor - t.back_minor), 0)
            from booking.orders o
            join booking.payment_plan p using (member_id, order_id)
            join booking.tender t using (member_id, order_id)
            where o.member_id = :member and o.placed_at >= :since
              and p.state = 'PAID' and t.kind in ('POINTS', 'FAMILY')
            """;

    private static final String OF = LINE + "where o.order_ref = any (:references)";

    private final JdbcClient jdbc;

    OrderBookReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> settled(Instant from, Instant to) {
        return jdbc.sql(SETTLED)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, index) -> line(row))
                .list();
    }

    @Override
    public long paidInPoints(long memberId, Instant since) {
        return jdbc.sql(IN_POINTS)
                .param("member", memberId)
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }

    @Override
    public List<Line> of(List<UUID> references) {
        return jdbc.sql(OF)
                .param("references", references.toArray(UUID[]::new))
                .query((row, index) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new OrderId(row.getLong("order_id")),
                row.getObject("order_ref", UUID.class),
                row.getLong("member_id"),
                row.getString("status"),
                row.getLong("sold"),
                row.getLong("returned"),
                row.getLong("not_cash"),
                row.getTimestamp("at").toInstant());
    }
}
