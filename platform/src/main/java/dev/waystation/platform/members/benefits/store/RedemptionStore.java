package dev.waystation.platform.members.benefits.store;

import dev.waystation.platform.foundation.jobs.Turn;
import dev.waystation.platform.members.benefits.model.Redemption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Coupons in orders. */
@Repository
public class RedemptionStore {

    private static final TypeReference<Map<String, Long>> LINES = new TypeReference<>() {};

    private static final String RESERVE =
            """
            insert into benefits.redemption
              (order_ref, line_no, member_id, campaign_id, code_hash, sequence, state,
               discount_minor, lines, total_slot, day, day_slot, explanation_id, reserved_at,
               expires_at)
            values
              (:order, :lineNo, :member, :campaign, :hash, :seq, 'RESERVED', :discount,
               :lines::jsonb, :totalSlot, :day, :daySlot, :why, :now, :expires)
            """;

    // Behind the lock nobody else can end the same reservation.
    private static final String OF_ORDER =
            """
            select * from benefits.redemption where order_ref = :order order by line_no
            """;

    private static final String LOCKED = OF_ORDER + "for no key update";

    private static final String MOVE =
            """
            update benefits.redemption
            set state = :to,
                redeemed_at = case when :to = 'REDEEMED' then :now else redeemed_at end,
                ended_at = case when :to = 'REDEEMED' then null else :now end,
                end_cause = :cause,
                total_slot = :totalSlot, day = :day, day_slot = :daySlot
            where order_ref = :order and line_no = :lineNo and state = :from
            """;

    private static final String RETURN_LINE =
            """
            update benefits.redemption
            set returned_lines = returned_lines || :line
            where order_ref = :order and line_no = :lineNo and not :line = any (returned_lines)
            """;

    private static final String OVERDUE =
            """
            select min(expires_at) as expires_at, order_ref from benefits.redemption
            where state = 'RESERVED' and expires_at <= :now
            group by order_ref having (min(expires_at), order_ref) > (:at, :after)
            order by 1, 2 limit 200
            """;

    private static final String SAVED =
            """
            select coalesce(sum(line.value::bigint), 0)
            from benefits.redemption r, jsonb_each_text(r.lines) as line (key, value)
            where r.member_id = :member and r.reserved_at >= :since and r.state = 'REDEEMED'
              and not line.key = any (r.returned_lines)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RedemptionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void reserve(Redemption redemption, Instant now, Instant expiresAt) {
        jdbc.sql(RESERVE)
                .param("order", redemption.orderRef())
                .param("lineNo", redemption.lineNo())
                .param("member", redemption.memberId())
                .param("campaign", redemption.campaignId())
                .param("hash", redemption.thing().codeHash())
                .param("seq", redemption.thing().sequence())
                .param("discount", redemption.discountMinor())
                .param("lines", json.writeValueAsString(redemption.lines()))
                .param("totalSlot", redemption.taken().totalSlot())
                .param("day", redemption.taken().day())
                .param("daySlot", redemption.taken().daySlot())
                .param("why", redemption.explanationId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<Redemption> ofOrder(UUID order) {
        return jdbc.sql(OF_ORDER).param("order", order).query(this::redemption).list();
    }

    public List<Redemption> locked(UUID order) {
        return jdbc.sql(LOCKED).param("order", order).query(this::redemption).list();
    }

    /** Moves a redemption on, with where its limits are taken from now. */
    public boolean move(
            Redemption from,
            Redemption.State to,
            Redemption.Taken taken,
            String cause,
            Instant now) {
        return jdbc.sql(MOVE)
                        .param("order", from.orderRef())
                        .param("lineNo", from.lineNo())
                        .param("from", from.state().name())
                        .param("to", to.name())
                        .param("totalSlot", taken.totalSlot())
                        .param("day", taken.day())
                        .param("daySlot", taken.daySlot())
                        .param("cause", cause)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public boolean returnLine(Redemption redemption, String line) {
        return jdbc.sql(RETURN_LINE)
                        .param("order", redemption.orderRef())
                        .param("lineNo", redemption.lineNo())
                        .param("line", line)
                        .update()
                == 1;
    }

    /** Orders with coupons set aside and never paid, those behind one of them. */
    public List<Turn<UUID>> overdue(Instant now, Turn<UUID> after) {
        return jdbc.sql(OVERDUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("after", after.key())
                .query(Turn.REFERENCED)
                .list();
    }

    private Redemption redemption(ResultSet row, int index) throws SQLException {
        return new Redemption(
                row.getObject("order_ref", UUID.class),
                row.getInt("line_no"),
                row.getLong("member_id"),
                row.getLong("campaign_id"),
                new Redemption.Thing(
                        row.getBytes("code_hash"), row.getObject("sequence", Long.class)),
                Redemption.State.valueOf(row.getString("state")),
                json.readValue(row.getString("lines"), LINES),
                Set.of((String[]) row.getArray("returned_lines").getArray()),
                new Redemption.Taken(
                        row.getObject("total_slot", Integer.class),
                        row.getObject("day", LocalDate.class),
                        row.getObject("day_slot", Integer.class)),
                row.getString("explanation_id"));
    }

    /** What redeemed coupons of a member took off since an instant and did not give back. */
    public long savedMinor(long memberId, Instant since) {
        return jdbc.sql(SAVED)
                .param("member", memberId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
