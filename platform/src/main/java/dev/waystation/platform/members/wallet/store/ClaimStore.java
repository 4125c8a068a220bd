package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.wallet.model.Claim;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Claims for missing points. */
@Component
public class ClaimStore {

    private static final String CREDITED =
            """
            select exists (
              select 1 from wallet.entry
              where member_id = :member and order_ref = :order
                and kind in ('CREDIT', 'PROMISE', 'ACTIVATION'))
            """;

    // The index claim_once decides between two claims for one trip, also made at the same time.
    private static final String ASK =
            """
            insert into wallet.claim (member_id, order_ref, trip_on, evidence, state, asked_at)
            values (:member, :order, :trip, :evidence, 'OPEN', :at)
            on conflict (member_id, order_ref) where state <> 'REJECTED' do nothing
            returning claim_id
            """;

    private static final String FIND = "select * from wallet.claim where claim_id = :id for update";

    private static final String DECIDE =
            """
            update wallet.claim
            set state = :state, points = :points, decided_by = :by, decided_at = :at,
                decision = :decision
            where claim_id = :id and state = 'OPEN'
            """;

    private static final String LIST =
            """
            select * from wallet.claim
            where (:state::text is null or state = :state)
              and (:member::bigint is null or member_id = :member)
              and claim_id < :before
            order by claim_id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    ClaimStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the journal has a credit for the order already. */
    public boolean credited(long member, String order) {
        return jdbc.sql(CREDITED)
                .param("member", member)
                .param("order", order)
                .query((row, index) -> row.getBoolean(1))
                .single();
    }

    /** The new claim's number; empty when the trip is claimed already. */
    public Optional<Long> ask(
            long member, String order, LocalDate trip, String evidence, Instant at) {
        return jdbc.sql(ASK)
                .param("member", member)
                .param("order", order)
                .param("trip", trip)
                .param("evidence", evidence)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getLong(1))
                .optional();
    }

    public Optional<Claim> find(long id) {
        return jdbc.sql(FIND).param("id", id).query((row, index) -> claim(row)).optional();
    }

    public void decide(
            long id,
            Claim.State state,
            @Nullable Long points,
            String by,
            Instant at,
            String decision) {
        jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", state.name())
                .param("points", points)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("decision", decision)
                .update();
    }

    /** How many wait to be decided. */
    public long open() {
        return jdbc.sql("select count(*) from wallet.claim where state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    public List<Claim> list(@Nullable String state, @Nullable Long member, long before, int limit) {
        return jdbc.sql(LIST)
                .param("state", state)
                .param("member", member)
                .param("before", before)
                .param("limit", limit)
                .query((row, index) -> claim(row))
                .list();
    }

    private static Claim claim(ResultSet row) throws SQLException {
        long points = row.getLong("points");
        return new Claim(
                row.getLong("claim_id"),
                row.getLong("member_id"),
                row.getString("order_ref"),
                row.getObject("trip_on", LocalDate.class),
                row.getString("evidence"),
                Claim.State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                AdjustmentStore.instant(row, "decided_at"),
                row.getString("decision"),
                points == 0 ? null : points);
    }
}
