package dev.waystation.platform.engagement.events.store;

import dev.waystation.platform.engagement.events.model.Batches;
import dev.waystation.platform.engagement.events.model.SourceFigures;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How each source does: what came, when the last, and what waits in quarantine. */
@Component
public class SourceTally {

    // The commits' rows are counted, not what they say: a repetition is no event.
    private static final String COUNT =
            """
            insert into events.source_tally (source_id, taken, last_at)
            select source_id, count(*), max(received_at)
            from events.event
            where batch = any(:batches) and home_day between :first and :last
            group by source_id
            order by source_id
            on conflict (source_id) do update
            set taken = source_tally.taken + excluded.taken,
                last_at = greatest(source_tally.last_at, excluded.last_at)
            """;

    private static final String ALL =
            """
            select source_id, coalesce(t.taken, 0) as taken, t.last_at,
                coalesce(q.waiting, 0) as waiting
            from events.source_tally t
            full join (
                select source_id, count(*) as waiting
                from events.quarantine
                where state = 'waiting'
                group by source_id) q using (source_id)
            """;

    private final JdbcClient jdbc;

    SourceTally(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts commits of the intake; to be called once for each of them. */
    public void count(Batches batches) {
        jdbc.sql(COUNT)
                .param("batches", batches.numbers().toArray(Long[]::new))
                .param("first", batches.first())
                .param("last", batches.last())
                .update();
    }

    public Map<Integer, SourceFigures> all() {
        Map<Integer, SourceFigures> lines = new HashMap<>();
        jdbc.sql(ALL)
                .query((row, _) -> {
                    OffsetDateTime last = row.getObject("last_at", OffsetDateTime.class);
                    return lines.put(
                            row.getInt("source_id"),
                            new SourceFigures(
                                    row.getLong("taken"),
                                    last == null ? null : last.toInstant(),
                                    row.getLong("waiting")));
                })
                .list();
        return lines;
    }
}
