package dev.waystation.platform.engagement.events.store;

import dev.waystation.platform.engagement.events.model.Parcel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Writes the parcels of one commit. The straight way copies them into place and lets the key object
 * to a repetition; the careful way searches the neighbouring days too and keeps what is new.
 */
@Component
public class ArrivalStore {

    private static final String COLUMNS =
            """
            home_day, source_id, message_id, call, name, user_id, anonymous_id, device_id, detail,
            happened_at, claimed_at, received_at, venue, zone, position, schema_version,
            external_ids, properties
            """;

    private static final String NEXT_BATCH = "select nextval('events.batch_number')";

    /** The straight way; the benchmark goes it alone. */
    public static final String COPY =
            "copy events.event (" + COLUMNS + ") from stdin with (format binary)";

    private static final String WAITING_ROOM =
            """
            create temporary table if not exists arriving (like events.event including defaults)
            on commit delete rows
            """;

    private static final String COPY_ARRIVING =
            "copy pg_temp.arriving (" + COLUMNS + ") from stdin with (format binary)";

    // One careful writer at a time: what another has not committed yet can not be searched.
    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtext('events.careful'))";

    private static final String KEEP_NEW =
            """
            insert into events.event (batch, %1$s)
            select currval('events.batch_number'), %1$s
            from pg_temp.arriving a
            where not exists (
                select from events.event e
                where e.source_id = a.source_id and e.message_id = a.message_id
                  and e.home_day between cast(a.received_at at time zone 'UTC' as date) - 2
                      and cast(a.received_at at time zone 'UTC' as date) + 2)
            on conflict do nothing
            returning home_day, source_id, message_id
            """
                    .formatted(COLUMNS);

    private static final byte[] HEAD =
            new byte[] {
                'P',
                'G',
                'C',
                'O',
                'P',
                'Y',
                '\n',
                (byte) 0xff,
                '\r',
                '\n',
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0
            };
    private static final byte[] END = new byte[] {(byte) 0xff, (byte) 0xff};
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;

    /** What a binary copy begins with. */
    public static byte[] head() {
        return HEAD.clone();
    }

    /** What a binary copy ends with. */
    public static byte[] end() {
        return END.clone();
    }

    ArrivalStore(DataSource database) {
        this.database = database;
    }

    /** The number of the commit under way on this thread's connection. */
    public long nextBatch() throws SQLException {
        return onConnection(connection -> {
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery(NEXT_BATCH)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** False when one of them is there already: then nothing of this was stored. */
    public boolean storeStraight(List<Parcel> parcels) throws SQLException {
        return onConnection(connection -> {
            Savepoint before = connection.setSavepoint();
            try {
                copy(connection, COPY, parcels);
            } catch (SQLException refused) {
                connection.rollback(before);
                if (UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                    return false;
                }
                throw refused;
            }
            parcels.forEach(parcel -> parcel.stored(parcel.count()));
            return true;
        });
    }

    public void storeCarefully(List<Parcel> parcels) throws SQLException {
        onConnection(connection -> {
            Map<Parcel.Key, Integer> fresh = new HashMap<>();
            try (Statement statement = connection.createStatement()) {
                statement.execute(ONE_AT_A_TIME);
                statement.execute(WAITING_ROOM);
                copy(connection, COPY_ARRIVING, parcels);
                try (var row = statement.executeQuery(KEEP_NEW)) {
                    while (row.next()) {
                        fresh.put(
                                new Parcel.Key(
                                        row.getObject(1, LocalDate.class),
                                        row.getInt(2),
                                        row.getString(3)),
                                1);
                    }
                }
                statement.execute("truncate pg_temp.arriving");
            }
            for (Parcel parcel : parcels) {
                // the first copy of a key has it, the others find it gone
                parcel.stored(
                        (int)
                                parcel.keys().stream()
                                        .filter(key -> fresh.remove(key) != null)
                                        .count());
            }
            return true;
        });
    }

    private static void copy(Connection connection, String sql, List<Parcel> parcels)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            copy.writeToCopy(HEAD, 0, HEAD.length);
            for (Parcel parcel : parcels) {
                copy.writeToCopy(parcel.rows().bytes(), 0, parcel.rows().size());
            }
            copy.writeToCopy(END, 0, END.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T onConnection(Work<T> work) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            return work.on(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
