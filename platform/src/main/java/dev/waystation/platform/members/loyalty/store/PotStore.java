package dev.waystation.platform.members.loyalty.store;

import dev.waystation.platform.members.loyalty.model.Limit.Counter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was drawn from limits and budgets. */
@Component
public class PotStore {

    // A row that does not exist cannot be locked, so it is made first.
    private static final String OPEN =
            """
            insert into loyalty.pot (member_id, counter, used)
            select p.member_id, p.counter, 0
            from unnest(:members, :counters) as p (member_id, counter)
            order by p.member_id, p.counter collate "C"
            on conflict on constraint pot_pk do nothing
            """;

    private static final String READ =
            """
            select t.member_id, t.counter, t.used
            from loyalty.pot t
            join unnest(:members, :counters) as p (member_id, counter)
              on p.member_id = t.member_id and p.counter = t.counter
            order by t.member_id, t.counter collate "C"
            """;

    private static final String LOCK = READ + "for update of t";

    private static final String DRAW =
            """
            update loyalty.pot t
            set used = t.used + p.amount
            from unnest(:members, :counters, :amounts) as p (member_id, counter, amount)
            where p.member_id = t.member_id and p.counter = t.counter
            """;

    private final JdbcClient jdbc;

    PotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is used, as of now; nobody waits for it. */
    public Map<Counter, Long> read(Collection<Counter> counters) {
        return used(READ, counters);
    }

    /** What is used, and nobody else draws until the transaction ends. Locked in one order. */
    public Map<Counter, Long> lock(Collection<Counter> counters) {
        if (!counters.isEmpty()) {
            params(jdbc.sql(OPEN), List.copyOf(counters)).update();
        }
        return used(LOCK, counters);
    }

    public void draw(Map<Counter, Long> taken) {
        if (taken.isEmpty()) {
            return;
        }
        List<Counter> counters = List.copyOf(taken.keySet());
        int drawn =
                params(jdbc.sql(DRAW), counters)
                        .param("amounts", counters.stream().map(taken::get).toArray(Long[]::new))
                        .update();
        if (drawn != counters.size()) {
            throw new IllegalStateException(
                    "Drew from " + drawn + " of " + counters.size() + " pots");
        }
    }

    private Map<Counter, Long> used(String sql, Collection<Counter> counters) {
        Map<Counter, Long> used = new HashMap<>();
        if (!counters.isEmpty()) {
            params(jdbc.sql(sql), List.copyOf(counters))
                    .query((row, _) ->
                            used.put(
                                    new Counter(row.getLong("member_id"), row.getString("counter")),
                                    row.getLong("used")))
                    .list();
        }
        return used;
    }

    private static JdbcClient.StatementSpec params(
            JdbcClient.StatementSpec statement, List<Counter> counters) {
        return statement
                .param("members", counters.stream().map(Counter::memberId).toArray(Long[]::new))
                .param("counters", counters.stream().map(Counter::key).toArray(String[]::new));
    }
}
