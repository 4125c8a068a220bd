package dev.waystation.platform.engagement.outreach.store;

import dev.waystation.platform.engagement.outreach.model.Kind.Limit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How often receivers may still be reached. Taken before WeCom is called, so it holds in a race.
 */
@Repository
public class AllowanceRows {

    private static final String TAKE =
            """
            insert into outreach.allowance as a (account, kind, receiver, period, used, allowed)
            select :account, :kind, r, :period, 1, :allowed
            from (select distinct unnest(cast(:receivers as text[])) as r) n order by r
            on conflict on constraint allowance_pk do update
            set used = a.used + 1, allowed = greatest(excluded.allowed, a.used)
            where a.used < excluded.allowed
            returning a.receiver
            """;

    private static final String GIVE_BACK =
            """
            update outreach.allowance set used = used - 1
            where account = :account and kind = :kind and period = :period
              and receiver = any(cast(:receivers as text[])) and used > 0
            """;

    private static final String FULL =
            """
            select receiver from outreach.allowance
            where account = :account and kind = :kind and period = :period
              and receiver = any(cast(:receivers as text[])) and used >= :allowed
            """;

    private final JdbcClient jdbc;

    AllowanceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the receivers that had one left; it is theirs now. */
    public Set<String> take(String account, Limit limit, Collection<String> receivers) {
        return ask(TAKE, account, limit, receivers);
    }

    /** Those that had as many as they may. */
    public Set<String> full(String account, Limit limit, Collection<String> receivers) {
        return ask(FULL, account, limit, receivers);
    }

    /** For what has certainly not left. */
    public void giveBack(
            String account, String kind, LocalDate period, Collection<String> receivers) {
        jdbc.sql(GIVE_BACK)
                .param("account", account)
                .param("kind", kind)
                .param("period", period)
                .param("receivers", receivers.toArray(String[]::new))
                .update();
    }

    /** Periods that ended before then say nothing any more. */
    public int forget(LocalDate before) {
        return jdbc.sql("delete from outreach.allowance where period < :before")
                .param("before", before)
                .update();
    }

    private Set<String> ask(String sql, String account, Limit limit, Collection<String> receivers) {
        return jdbc
                .sql(sql)
                .param("account", account)
                .param("kind", limit.kind())
                .param("period", limit.period())
                .param("allowed", limit.allowed())
                .param("receivers", receivers.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
