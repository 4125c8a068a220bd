package dev.waystation.platform.members.wallet.store;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was topped up, whoever did. */
@Component
public class TopUpReads {

    private static final String PRINCIPALS =
            "select principal from wallet.top_up where at >= :from";

    private final JdbcClient jdbc;

    TopUpReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Long> principals(LocalDate from) {
        return jdbc.sql(PRINCIPALS)
                .param("from", from.atStartOfDay().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
