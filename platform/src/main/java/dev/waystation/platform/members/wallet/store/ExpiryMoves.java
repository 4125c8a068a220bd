package dev.waystation.platform.members.wallet.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Bulk changes of last days: what was asked, by whom and why. Before and after of every account
 * stand in the journal, as lots of entries that name the move.
 */
@Component
public class ExpiryMoves {

    /** What was asked for. */
    public record Move(
            UUID id, String currency, LocalDate from, LocalDate to, String reason, String actor) {}

    private static final String KEEP =
            """
            insert into wallet.expiry_move
              (move_id, currency, from_day, to_day, reason, actor, asked_at)
            values (:id, :currency, :from, :to, :reason, :actor, :now)
            on conflict do nothing
            """;

    private static final String MEMBERS =
            """
            select distinct member_id
            from wallet.lot
            where currency = :currency and last_day = :from and live and member_id > :after
            order by member_id
            limit :limit
            """;

    private final JdbcClient jdbc;

    ExpiryMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(Move move, Instant now) {
        jdbc.sql(KEEP)
                .param("id", move.id())
                .param("currency", move.currency())
                .param("from", move.from())
                .param("to", move.to())
                .param("reason", move.reason())
                .param("actor", move.actor())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<Long> members(Move move, long after, int limit) {
        return jdbc.sql(MEMBERS)
                .param("currency", move.currency())
                .param("from", move.from())
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> row.getLong("member_id"))
                .list();
    }
}
