package dev.waystation.platform.selling.booking.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.booking.PastTrip;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** Past trips by the hundred thousand: one COPY, one statement. */
@Repository
public class PastTripStore {

    private static final String STAGE =
            """
            create temp table past_trip (
                member_id bigint, train_code text, from_station text, from_zh text, from_en text,
                to_station text, to_zh text, to_en text, departs_at timestamptz,
                arrives_at timestamptz, fare_minor bigint, seat_class text) on commit drop
            """;
    private static final String COPY = "copy past_trip from stdin";
    private static final String WRITE =
            """
            with numbered as materialized (
                select p.*, nextval('booking.order_number') as order_id,
                       nextval('booking.ticket_number') as ticket_id,
                       (p.departs_at at time zone 'Asia/Shanghai')::date as service_date
                  from past_trip p),
            ordered as (
                insert into booking.orders
                       (member_id, order_id, order_ref, status, run_id, train_code, service_date,
                        seat_class, from_call, to_call, from_station, from_zh, from_en, departs_at,
                        to_station, to_zh, to_en, arrives_at, amount_minor, currency, placed_at,
                        expires_at, settled_at, source)
                select member_id, order_id, gen_random_uuid(), 'paid', 0, train_code, service_date,
                       seat_class, 0, 1, from_station, from_zh, from_en, departs_at,
                       to_station, to_zh, to_en, arrives_at, fare_minor, 'CNY',
                       departs_at - interval '3 days', departs_at - interval '3 days',
                       departs_at - interval '3 days', 'demo'
                  from numbered)
            insert into booking.ticket
                   (member_id, ticket_id, order_id, line, traveller_id, passenger_group, fare_minor,
                    car, seat, status, departs_at, arrives_at, issued_at, checked_in_at,
                    completed_at)
            select member_id, ticket_id, order_id, 1, 0, 'general', fare_minor,
                   lpad((2 + ticket_id % 6)::text, 2, '0'),
                   lpad((1 + ticket_id % 16)::text, 2, '0')
                       || substr('ABCDF', 1 + (ticket_id % 5)::int, 1),
                   'completed', departs_at, arrives_at, departs_at - interval '3 days',
                   departs_at - interval '20 minutes', arrives_at
              from numbered
            """;

    private final DataSource database;
    private final JdbcClient jdbc;

    PastTripStore(DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** Joins the caller's transaction; the staging table ends with it. */
    public long write(Iterator<PastTrip> trips, Function<String, Said> stationName) {
        jdbc.sql(STAGE).update();
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            StringBuilder rows = new StringBuilder();
            while (trips.hasNext()) {
                append(rows, trips.next(), stationName);
                if (rows.length() > 1 << 16) {
                    flush(copy, rows);
                }
            }
            flush(copy, rows);
            copy.endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException("past trips could not be copied", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
        return jdbc.sql(WRITE).update();
    }

    private static void flush(CopyIn copy, StringBuilder rows) throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    private static void append(
            StringBuilder rows, PastTrip trip, Function<String, Said> stationName) {
        Said from = stationName.apply(trip.from());
        Said to = stationName.apply(trip.to());
        String[] cells = {
            Long.toString(trip.memberId()),
            trip.trainCode(),
            trip.from(),
            from.zh(),
            from.en(),
            trip.to(),
            to.zh(),
            to.en(),
            trip.departs().toString(),
            trip.arrives().toString(),
            Long.toString(trip.fareMinor()),
            trip.seatClass()
        };
        for (int i = 0; i < cells.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(escaped(cells[i]));
        }
        rows.append('\n');
    }

    private static String escaped(String cell) {
        return cell.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }
}
