package dev.waystation.platform.selling.booking.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.membership.MemberTie;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A member who ordered stays. */
@Component
class MembersWithOrders implements MemberTie {

    private static final String HELD =
            """
            select distinct member_id from booking.orders where member_id = any (:members)
            """;

    private final JdbcClient jdbc;

    MembersWithOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Said what() {
        return new Said("订单", "orders");
    }

    @Override
    public Set<Long> held(Collection<Long> members) {
        return Set.copyOf(
                jdbc.sql(HELD)
                        .param("members", members.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
    }
}
