package dev.waystation.platform.selling.slots.store;

import dev.waystation.platform.foundation.jobs.Turn;
import dev.waystation.platform.selling.catalogue.EntrySlot;
import dev.waystation.platform.selling.slots.SlotOrder;
import dev.waystation.platform.selling.slots.SlotWish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders of places, and one counter per slot. */
@Repository
public class SlotStore {

    private static final String OPEN_COUNTER =
            """
            insert into slots.counter (park_code, slot_date, starts, taken, capacity)
            values (:park, :date, :starts, 0, :capacity)
            on conflict on constraint counter_pk do nothing
            """;

    /** The row's lock makes buyers of one slot take turns; the check is the last guard. */
    private static final String TAKE =
            """
            update slots.counter set taken = taken + :people, capacity = :capacity
            where park_code = :park and slot_date = :date and starts = :starts
              and taken + :people <= :capacity
            """;

    private static final String GIVE_BACK =
            """
            update slots.counter set taken = taken - :people
            where park_code = :park and slot_date = :date and starts = :starts
            """;

    private static final String TAKEN =
            """
            select starts, sum(taken) as taken from slots.counter
            where slot_date = :date group by starts
            """;

    private static final String PLACE =
            """
            insert into slots.slot_order
                (reference, member_id, park_code, slot_date, starts, ends, people, amount_minor,
                 state, placed_at, expires_at)
            values (:reference, :member, :park, :date, :starts, :ends, :people, :amount,
                    'HELD', :now, :expires)
            """;

    private static final String FIND =
            """
            select * from slots.slot_order where reference = :reference for update
            """;

    private static final String MOVE =
            """
            update slots.slot_order set state = :state where order_id = :id
            """;

    private static final String DUE =
            """
            select expires_at, reference from slots.slot_order
            where state = 'HELD' and expires_at <= :now and (expires_at, reference) > (:at, :after)
            order by expires_at, reference limit 500
            """;

    private static final String OF_MEMBER =
            """
            select * from slots.slot_order
            where member_id = :member and order_id < :before
            order by order_id desc limit :limit
            """;

    private final JdbcClient jdbc;

    SlotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when fewer places are left. */
    public boolean take(EntrySlot slot, int people) {
        jdbc.sql(OPEN_COUNTER)
                .param("park", slot.park())
                .param("date", slot.date())
                .param("starts", slot.starts())
                .param("capacity", slot.capacity())
                .update();
        return jdbc.sql(TAKE)
                        .param("park", slot.park())
                        .param("date", slot.date())
                        .param("starts", slot.starts())
                        .param("people", people)
                        .param("capacity", slot.capacity())
                        .update()
                == 1;
    }

    public void giveBack(SlotOrder order) {
        jdbc.sql(GIVE_BACK)
                .param("park", order.park())
                .param("date", order.date())
                .param("starts", order.starts())
                .param("people", order.people())
                .update();
    }

    /** Places held and sold per start of a slot. */
    public Map<LocalTime, Integer> taken(LocalDate date) {
        Map<LocalTime, Integer> taken = new HashMap<>();
        jdbc.sql(TAKEN)
                .param("date", date)
                .query(row -> {
                    taken.put(row.getObject("starts", LocalTime.class), row.getInt("taken"));
                });
        return taken;
    }

    public SlotOrder place(SlotWish wish, EntrySlot slot, Instant now, Instant expires) {
        jdbc.sql(PLACE)
                .param("reference", wish.reference())
                .param("member", wish.memberId())
                .param("park", slot.park())
                .param("date", slot.date())
                .param("starts", slot.starts())
                .param("ends", slot.ends())
                .param("people", wish.people())
                .param("amount", (long) slot.priceMinor() * wish.people())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
        return locked(wish.reference()).orElseThrow();
    }

    public Optional<SlotOrder> locked(UUID reference) {
        return jdbc.sql(FIND).param("reference", reference).query(SlotStore::order).optional();
    }

    public void move(SlotOrder order, SlotOrder.State state) {
        jdbc.sql(MOVE).param("state", state.name()).param("id", order.id()).update();
    }

    /** Held orders whose time is up, those behind one of them. */
    public List<Turn<UUID>> due(Instant now, Turn<UUID> after) {
        return jdbc.sql(DUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("after", after.key())
                .query(Turn.REFERENCED)
                .list();
    }

    public List<SlotOrder> ofMember(long memberId, long before, int limit) {
        return jdbc.sql(OF_MEMBER)
                .param("member", memberId)
                .param("before", before)
                .param("limit", limit)
                .query(SlotStore::order)
                .list();
    }

    private static SlotOrder order(ResultSet row, int index) throws SQLException {
        return new SlotOrder(
                row.getLong("order_id"),
                row.getObject("reference", UUID.class),
                row.getLong("member_id"),
                row.getString("park_code"),
                row.getObject("slot_date", LocalDate.class),
                row.getObject("starts", LocalTime.class),
                row.getObject("ends", LocalTime.class),
                row.getInt("people"),
                row.getLong("amount_minor"),
                SlotOrder.State.valueOf(row.getString("state")),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
