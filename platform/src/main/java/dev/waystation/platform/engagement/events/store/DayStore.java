package dev.waystation.platform.engagement.events.store;

import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One partition of events per day, made before the first event needs it. */
@Component
public class DayStore {

    // Two nodes may make the same one.
    private static final String ONE_MAKER =
            "select pg_advisory_xact_lock(hashtext('events.partitions'))";

    private static final String OLD =
            """
            select relname from pg_class
            where relnamespace = 'events'::regnamespace and relispartition and relkind = 'r'
              and relname < 'event_' || to_char(cast(:before as date), 'YYYYMMDD')
              and relname ~ '^event_[0-9]{8}$'
            """;

    private final JdbcClient jdbc;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    DayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes what is missing, in the caller's transaction. */
    public void ensure(Set<LocalDate> days) {
        if (known.containsAll(days)) {
            return;
        }
        jdbc.sql(ONE_MAKER).query((row, _) -> 0).single();
        for (LocalDate day : days) {
            jdbc.sql(
                            "create table if not exists events.event_%s partition of events.event for values from ('%s') to ('%s')"
                                    .formatted(name(day), day, day.plusDays(1)))
                    .update();
        }
    }

    /** To be called when the transaction of {@link #ensure} is durable. */
    public void remember(Set<LocalDate> days) {
        known.addAll(days);
    }

    /** Drops the partitions of days before that one. */
    public int dropBefore(LocalDate day) {
        var old = jdbc.sql(OLD).param("before", day).query((row, _) -> row.getString(1)).list();
        old.forEach(table -> jdbc.sql("drop table events." + table).update());
        return old.size();
    }

    private static String name(LocalDate day) {
        return day.toString().replace("-", "");
    }
}
