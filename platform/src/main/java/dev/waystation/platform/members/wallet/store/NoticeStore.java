package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.wallet.facts.PointsExpiring;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was told of which last day. */
@Component
public class NoticeStore {

    // The row is the promise never to say it again; it stands in the fact's transaction.
    private static final String TELL =
            """
            insert into wallet.notice (member_id, currency, last_day, threshold, amount, told_at)
            select l.member_id, l.currency, l.last_day, :threshold, sum(l.free), :now
            from wallet.lot l
            where l.currency = :currency and l.live
              and l.last_day between :from and :to
              and not exists (
                select 1 from wallet.notice n
                where n.member_id = l.member_id and n.currency = l.currency
                  and n.last_day = l.last_day and n.threshold = :threshold)
            group by l.member_id, l.currency, l.last_day
            order by l.member_id, l.last_day
            limit :limit
            on conflict do nothing
            returning member_id, last_day, amount
            """;

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes everybody whose points end between two days and who was not told yet. */
    public List<PointsExpiring> tell(
            String currency, int threshold, LocalDate from, LocalDate to, Instant now, int limit) {
        return jdbc.sql(TELL)
                .param("currency", currency)
                .param("threshold", threshold)
                .param("from", from)
                .param("to", to)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, index) ->
                        new PointsExpiring(
                                row.getLong("member_id"),
                                currency,
                                row.getLong("amount"),
                                row.getObject("last_day", LocalDate.class),
                                threshold,
                                now))
                .list();
    }
}
