package dev.waystation.platform.foundation.facts;

import dev.waystation.platform.foundation.lanes.Trip;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where a module says what happened, in the transaction of the change itself. */
@Component
public class FactLog {

    private static final String APPEND =
            """
            insert into foundation.fact (type, subject, occurred_at, recorded_at, body)
            select unnest(?::text[]), unnest(?::bigint[]),
                   timestamptz 'epoch' + unnest(?::bigint[]) * interval '1 microsecond', ?,
                   unnest(?::jsonb[])
            """;

    private final DataSource database;
    private final FactTypes types;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    FactLog(DataSource database, FactTypes types, Clock clock) {
        this.database = database;
        this.types = types;
        this.clock = clock;
    }

    public void append(Fact fact) {
        append(List.of(fact));
    }

    /** Appends in the transaction of this thread; without one it refuses. */
    public void append(List<? extends Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "Facts are appended in the transaction of the change, and there is none: "
                            + facts.getFirst());
        }
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            append(connection, facts);
        } catch (SQLException e) {
            throw new IllegalStateException("Facts not appended: " + facts.getFirst(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        appended();
                    }
                });
    }

    /** For a lane, which has a connection of its own; the caller commits. */
    public void append(Connection connection, List<? extends Fact> facts) throws SQLException {
        try (var statement = connection.prepareStatement(APPEND)) {
            int place = 0;
            for (Object value : rows(facts)) {
                statement.setObject(++place, value);
            }
            statement.executeUpdate();
        }
    }

    /** With the trip of a lane; tell the readers by {@link #appended()} when it has arrived. */
    public void append(List<? extends Fact> facts, Trip trip) {
        if (!facts.isEmpty()) {
            trip.add(APPEND, rows(facts));
        }
    }

    private Object[] rows(List<? extends Fact> facts) {
        int count = facts.size();
        String[] names = new String[count];
        long[] subjects = new long[count];
        long[] times = new long[count];
        String[] bodies = new String[count];
        for (int i = 0; i < count; i++) {
            Fact fact = facts.get(i);
            names[i] = FactTypes.name(fact.getClass());
            subjects[i] = fact.subject();
            times[i] = ChronoUnit.MICROS.between(Instant.EPOCH, fact.occurredAt());
            bodies[i] = types.write(fact);
        }
        return new Object[] {
            names, subjects, times, clock.instant().atOffset(ZoneOffset.UTC), bodies
        };
    }

    /** Tells the readers of this process that there is something; they would find it anyway. */
    public void appended() {
        listeners.forEach(Runnable::run);
    }

    void whenAppended(Runnable listener) {
        listeners.add(listener);
    }
}
