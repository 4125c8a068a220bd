package dev.waystation.platform.members.wallet.store;

import dev.waystation.platform.members.wallet.Parcel;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which lots an entry took from: what a transfer has to land on the other side. */
@Component
public class ParcelReads {

    private static final String OF =
            """
            select l.last_day, l.funding, l.source, a.amount
            from wallet.entry e
            join wallet.allocation a using (member_id, currency, entry_no)
            join wallet.lot l using (member_id, currency, lot_no)
            where e.member_id = :member and e.reference = :reference and e.currency = :currency
            order by l.last_day, l.lot_no
            """;

    private final JdbcClient jdbc;

    ParcelReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Parcel> of(long memberId, String currency, UUID reference) {
        return jdbc.sql(OF)
                .param("member", memberId)
                .param("currency", currency)
                .param("reference", reference)
                .query((row, _) ->
                        new Parcel(
                                row.getObject("last_day", LocalDate.class),
                                row.getString("funding"),
                                row.getString("source"),
                                row.getLong("amount")))
                .list();
    }
}
