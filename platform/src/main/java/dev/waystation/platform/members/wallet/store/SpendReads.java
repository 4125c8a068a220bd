package dev.waystation.platform.members.wallet.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a member did with points before, and the card they pay with. */
@Component
public class SpendReads {

    // What was held and released again was never used.
    private static final String EVER =
            """
            select exists (
              select 1 from wallet.entry
              where member_id = :member and currency = 'points' and kind in ('SPEND', 'CAPTURE'))
            """;

    private static final String CARD =
            """
            select medium from wallet.card
            where owner_id = :member and state = 'ACTIVE'
            order by card_id limit 1
            """;

    private final JdbcClient jdbc;

    SpendReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean everSpent(long member) {
        return jdbc.sql(EVER).param("member", member).query((row, _) -> row.getBoolean(1)).single();
    }

    /** The medium of the member's own card, if one can be paid with. */
    public Optional<String> activeCard(long member) {
        return jdbc.sql(CARD)
                .param("member", member)
                .query((row, _) -> row.getString(1))
                .optional();
    }
}
