package dev.waystation.benchmarks;

import dev.waystation.platform.engagement.events.model.Call;
import dev.waystation.platform.engagement.events.model.EventTime;
import dev.waystation.platform.engagement.events.model.Message;
import dev.waystation.platform.engagement.events.model.Parcel;
import dev.waystation.platform.engagement.events.store.ArrivalStore;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The same rows in the same table, as one writes them who has nothing else to do. */
final class IntakeRows {

    private static final String INSERT =
            """
            insert into events.event
                (batch, home_day, source_id, message_id, call, name, user_id, happened_at,
                 claimed_at, received_at, venue, zone, schema_version, properties)
            values (0, ?, ?, ?, 'track', 'bench.hotel_booked', ?, ?, ?, ?, 'WUH', 'hall', 1,
                cast(? as jsonb))
            on conflict do nothing
            """;

    private static final String PROPERTIES =
            "{\"hotel\":\"River View\",\"city\":\"WUH\",\"nights\":2,\"amountMinor\":45800,"
                    + "\"breakfast\":true}";

    private static final int WRITERS = 8;

    private final DataSource database;
    private final int source;

    IntakeRows(DataSource database, int source) {
        this.database = database;
        this.source = source;
    }

    /** All in one copy, encoded beforehand; rows a second. */
    double copy(int round, int count) {
        Instant now = Clock.systemUTC().instant();
        Parcel rows = new Parcel();
        byte[] properties = PROPERTIES.getBytes(StandardCharsets.UTF_8);
        EventTime time = EventTime.of(now, null, now);
        for (int i = 0; i < count; i++) {
            rows.add(source, message(round, i, now, properties), time, now);
        }
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            try (var statement = connection.createStatement()) {
                statement.execute("select nextval('events.batch_number')");
            }
            CopyIn copy =
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(ArrivalStore.COPY);
            copy.writeToCopy(ArrivalStore.head(), 0, ArrivalStore.head().length);
            copy.writeToCopy(rows.rows().bytes(), 0, rows.rows().size());
            copy.writeToCopy(ArrivalStore.end(), 0, ArrivalStore.end().length);
            copy.endCopy();
            connection.commit();
            double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
            connection.setAutoCommit(true);
            return count / seconds;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Message message(int round, int number, Instant now, byte[] properties) {
        return new Message(
                IntakeClients.id(round, number),
                Call.TRACK,
                "bench.hotel_booked",
                "guest-%08d".formatted(number % 100),
                null,
                null,
                null,
                now,
                null,
                "WUH",
                "hall",
                null,
                1,
                null,
                properties);
    }

    /** One prepared insert and one commit per event, on eight connections; rows a second. */
    double insertOneByOne(int round, int count) {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Integer>> done = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                done.add(writers.submit(() -> insert(round, next, count)));
            }
            for (Future<Integer> each : done) {
                each.get();
            }
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
        return count / ((System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    private int insert(int round, AtomicInteger next, int count) throws SQLException {
        Instant now = Clock.systemUTC().instant();
        LocalDate day = EventTime.day(now);
        int inserted = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                insert.setObject(1, day);
                insert.setInt(2, source);
                insert.setString(3, IntakeClients.id(round, i));
                insert.setString(4, "guest-%08d".formatted(i % 100));
                for (int stamp = 5; stamp <= 7; stamp++) {
                    insert.setTimestamp(stamp, Timestamp.from(now));
                }
                insert.setString(8, PROPERTIES);
                inserted += insert.executeUpdate();
            }
        }
        return inserted;
    }
}
