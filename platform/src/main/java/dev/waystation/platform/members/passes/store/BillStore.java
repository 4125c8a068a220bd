package dev.waystation.platform.members.passes.store;

import dev.waystation.platform.foundation.jobs.Turn;
import dev.waystation.platform.members.passes.model.Bill;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bills for passes. */
@Repository
public class BillStore {

    private static final String OPEN =
            """
            insert into passes.bill
              (order_ref, member_id, pass_id, kind, state, points, cash_minor, credit_minor,
               from_pass, opened_at, expires_at)
            values (:ref, :member, :pass, :kind, 'OPEN', :points, :cash, :credit, :from, :now,
                    :expires)
            """;

    private static final String LOCKED =
            "select * from passes.bill where order_ref = :ref for update";

    private static final String OVERDUE =
            """
            select expires_at, order_ref from passes.bill
            where state = 'OPEN' and expires_at <= :now and (expires_at, order_ref) > (:at, :after)
            order by expires_at, order_ref limit 200
            """;

    private static final String MOVE =
            """
            update passes.bill set state = :to where order_ref = :ref and state = 'OPEN'
            """;

    private final JdbcClient jdbc;

    BillStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void open(Bill bill, Instant now) {
        jdbc.sql(OPEN)
                .param("ref", bill.orderRef())
                .param("member", bill.memberId())
                .param("pass", bill.passId())
                .param("kind", bill.kind().name())
                .param("points", bill.points())
                .param("cash", bill.cashMinor())
                .param("credit", bill.creditMinor())
                .param("from", bill.fromPass())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", bill.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Bill> locked(UUID reference) {
        return jdbc.sql(LOCKED).param("ref", reference).query(BillStore::bill).optional();
    }

    /** Open bills whose time is up, those behind one of them. */
    public List<Turn<UUID>> overdue(Instant now, Turn<UUID> after) {
        return jdbc.sql(OVERDUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("after", after.key())
                .query(Turn.REFERENCED)
                .list();
    }

    /** The caller holds the row's lock and found it open. */
    public void close(UUID reference, Bill.State to) {
        if (jdbc.sql(MOVE).param("ref", reference).param("to", to.name()).update() != 1) {
            throw new IllegalStateException("bill " + reference + " was closed by another");
        }
    }

    private static Bill bill(ResultSet row, int index) throws SQLException {
        return new Bill(
                row.getObject("order_ref", UUID.class),
                row.getLong("member_id"),
                row.getLong("pass_id"),
                Bill.Kind.valueOf(row.getString("kind")),
                Bill.State.valueOf(row.getString("state")),
                row.getLong("points"),
                row.getLong("cash_minor"),
                row.getLong("credit_minor"),
                row.getObject("from_pass", Long.class),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
