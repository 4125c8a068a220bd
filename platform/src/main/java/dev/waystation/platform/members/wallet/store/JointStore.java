package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.membership.Household.DrawOrder;
import dev.waystation.platform.members.wallet.PooledPoints.Part;
import dev.waystation.platform.members.wallet.model.JointMove;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Movements over several accounts, as decided. */
@Component
public class JointStore {

    private static final String INSERT =
            """
            insert into wallet.joint_move
              (reference, kind, scope, scope_no, asked_by, amount, fee, attempt, about, draw_order,
               source, order_ref, month, decided_at, state)
            values
              (:reference, :kind, :scope, :no, :by, :amount, :fee, :attempt, :about, :drawOrder,
               :source, :order, :month, :at, :state)
            """;

    private static final String INSERT_PART =
            """
            insert into wallet.joint_part (reference, position, member_id, last_day, amount)
            values (:reference, :position, :member, :day, :amount)
            """;

    private static final String MOVES = "select * from wallet.joint_move m where ";

    private static final String PARTS =
            """
            select member_id, last_day, amount from wallet.joint_part
            where reference = :reference order by position
            """;

    // What was given back of a draw counts as not drawn.
    private static final String DRAWN_IN_MONTH =
            """
            select coalesce(sum(m.amount - coalesce((
                     select sum(r.amount) from wallet.joint_move r
                     where r.about = m.reference and r.kind = 'RETURN'), 0)), 0)
            from wallet.joint_move m
            where m.asked_by = :member and m.month = :month and m.kind = 'DRAW'
              and m.state <> 'UNDONE'
            """;

    private static final String NET_DRAWN =
            """
            select p.member_id,
                   sum(case m.kind when 'DRAW' then p.amount else -p.amount end) as net
            from wallet.joint_move m
            join wallet.joint_part p using (reference)
            where m.scope = :scope and m.state <> 'UNDONE'
            group by p.member_id
            """;

    private static final String SENT =
            """
            select coalesce(sum(amount) filter (where decided_at >= :year), 0) as sent,
                   max(decided_at) as last_at
            from wallet.joint_move
            where scope = :scope and state <> 'UNDONE'
            """;

    /** What somebody sent to others this year, and when last. */
    public record Sent(long thisYear, @Nullable Instant lastAt) {}

    private final JdbcClient jdbc;

    JointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two writers with one number in one scope collide on {@code joint_move_fence}. */
    public void insert(JointMove move) {
        DrawOrder order = move.drawOrder();
        jdbc.sql(INSERT)
                .param("reference", move.reference())
                .param("kind", move.kind().name())
                .param("scope", move.scope())
                .param("no", move.scopeNo())
                .param("by", move.askedBy())
                .param("amount", move.amount())
                .param("fee", move.fee())
                .param("attempt", move.attempt())
                .param("about", move.about())
                .param("drawOrder", order == null ? null : order.name())
                .param("source", move.source())
                .param("order", move.order())
                .param("month", move.month())
                .param("at", move.decidedAt().atOffset(ZoneOffset.UTC))
                .param("state", move.state().name())
                .update();
        int position = 0;
        for (Part part : move.parts()) {
            jdbc.sql(INSERT_PART)
                    .param("reference", move.reference())
                    .param("position", position++)
                    .param("member", part.memberId())
                    .param("day", part.lastDay())
                    .param("amount", part.amount())
                    .update();
        }
    }

    public Optional<JointMove> find(UUID reference) {
        return jdbc.sql(MOVES + "reference = :reference")
                .param("reference", reference)
                .query(this::read)
                .optional();
    }

    public List<JointMove> returnsOf(UUID draw) {
        return jdbc.sql(MOVES + "about = :draw and kind = 'RETURN' order by scope_no")
                .param("draw", draw)
                .query(this::read)
                .list();
    }

    /** Decided before a moment and not carried out. */
    public List<JointMove> waiting(Instant before, int limit) {
        return jdbc.sql(
                        MOVES
                                + "state = 'DECIDED' and decided_at < :before order by decided_at"
                                + " limit :limit")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** The newest of a scope first. */
    public List<JointMove> ofScope(String scope, int limit) {
        return jdbc.sql(MOVES + "scope = :scope order by scope_no desc limit :limit")
                .param("scope", scope)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    public long lastNumber(String scope) {
        return jdbc.sql(
                        """
                        select coalesce(max(scope_no), 0) from wallet.joint_move
                        where scope = :scope
                        """)
                .param("scope", scope)
                .query(Long.class)
                .single();
    }

    public void settle(UUID reference, JointMove.State state) {
        jdbc.sql(
                        """
                        update wallet.joint_move set state = :state
                        where reference = :reference and state = 'DECIDED'
                        """)
                .param("reference", reference)
                .param("state", state.name())
                .update();
    }

    public long drawnInMonth(long member, LocalDate month) {
        return jdbc.sql(DRAWN_IN_MONTH)
                .param("member", member)
                .param("month", month)
                .query(Long.class)
                .single();
    }

    /** What a family drew from each and did not give back. */
    public Map<Long, Long> netDrawn(String scope) {
        Map<Long, Long> net = new HashMap<>();
        jdbc.sql(NET_DRAWN)
                .param("scope", scope)
                .query(row -> {
                    net.put(row.getLong("member_id"), row.getLong("net"));
                });
        return net;
    }

    public Sent sent(String scope, Instant year) {
        return jdbc.sql(SENT)
                .param("scope", scope)
                .param("year", year.atOffset(ZoneOffset.UTC))
                .query((row, _) -> {
                    OffsetDateTime last = row.getObject("last_at", OffsetDateTime.class);
                    return new Sent(row.getLong("sent"), last == null ? null : last.toInstant());
                })
                .single();
    }

    private JointMove read(ResultSet row, int index) throws SQLException {
        UUID reference = row.getObject("reference", UUID.class);
        String order = row.getString("draw_order");
        return new JointMove(
                reference,
                JointMove.Kind.valueOf(row.getString("kind")),
                row.getString("scope"),
                row.getLong("scope_no"),
                row.getLong("asked_by"),
                row.getLong("amount"),
                row.getLong("fee"),
                row.getInt("attempt"),
                row.getObject("about", UUID.class),
                order == null ? null : DrawOrder.valueOf(order),
                row.getString("source"),
                row.getString("order_ref"),
                row.getObject("month", LocalDate.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                JointMove.State.valueOf(row.getString("state")),
                parts(reference));
    }

    private List<Part> parts(UUID reference) {
        return jdbc.sql(PARTS)
                .param("reference", reference)
                .query((row, _) ->
                        new Part(
                                row.getLong("member_id"),
                                row.getObject("last_day", LocalDate.class),
                                row.getLong("amount")))
                .list();
    }
}
