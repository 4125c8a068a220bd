package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.wallet.model.Adjustment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Corrections by people: asked for, decided, and what each role may do alone. */
@Component
public class AdjustmentStore {

    private static final String CAP =
            "select coalesce(max(cap), 0) from wallet.role_cap where role = any (:roles)";

    private static final String ASK =
            """
            insert into wallet.adjustment
              (member_id, currency, kind, amount, reason, reference, state, asked_by, asked_at)
            values (:member, :currency, :kind, :amount, :reason, :reference, :state, :by, :at)
            returning adjustment_id
            """;

    private static final String FIND =
            "select * from wallet.adjustment where adjustment_id = :id for update";

    // Deciding once is this condition; two people deciding at the same time find one row.
    private static final String DECIDE =
            """
            update wallet.adjustment
            set state = :state, decided_by = :by, decided_at = :at, decision = :decision
            where adjustment_id = :id and state = 'WAITING'
            """;

    private static final String LIST =
            """
            select * from wallet.adjustment
            where (:state::text is null or state = :state)
              and (:member::bigint is null or member_id = :member)
              and adjustment_id < :before
            order by adjustment_id desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    AdjustmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long cap(Collection<String> roles) {
        return jdbc.sql(CAP)
                .param("roles", roles.toArray(String[]::new))
                .query((row, index) -> row.getLong(1))
                .single();
    }

    public long ask(
            long member,
            String currency,
            Adjustment.Kind kind,
            long amount,
            String reason,
            UUID reference,
            Adjustment.State state,
            String by,
            Instant at) {
        return jdbc.sql(ASK)
                .param("member", member)
                .param("currency", currency)
                .param("kind", kind.name())
                .param("amount", amount)
                .param("reason", reason)
                .param("reference", reference)
                .param("state", state.name())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getLong(1))
                .single();
    }

    public Optional<Adjustment> find(long id) {
        return jdbc.sql(FIND).param("id", id).query((row, index) -> adjustment(row)).optional();
    }

    public boolean decide(
            long id, Adjustment.State state, String by, Instant at, @Nullable String decision) {
        return jdbc.sql(DECIDE)
                        .param("id", id)
                        .param("state", state.name())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("decision", decision)
                        .update()
                == 1;
    }

    public List<Adjustment> list(
            @Nullable String state, @Nullable Long member, long before, int limit) {
        return jdbc.sql(LIST)
                .param("state", state)
                .param("member", member)
                .param("before", before)
                .param("limit", limit)
                .query((row, index) -> adjustment(row))
                .list();
    }

    private static Adjustment adjustment(ResultSet row) throws SQLException {
        return new Adjustment(
                row.getLong("adjustment_id"),
                row.getLong("member_id"),
                row.getString("currency"),
                Adjustment.Kind.valueOf(row.getString("kind")),
                row.getLong("amount"),
                row.getString("reason"),
                row.getObject("reference", UUID.class),
                Adjustment.State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("decision"));
    }

    /** How many wait for a second person. */
    public long waiting() {
        return jdbc.sql("select count(*) from wallet.adjustment where state = 'WAITING'")
                .query(Long.class)
                .single();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
