package dev.waystation.platform.selling.booking.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.selling.booking.PastTrip;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Past trips by the hundred thousand, ten thousand to a statement. */
@Repository
public class PastTripStore {

    private static final int CHUNK = 10_000;
    private static final String WRITE =
            """
            with numbered as materialized (
                select p.*, nextval('booking.order_number') as order_id,
                       nextval('booking.ticket_number') as ticket_id,
                       (p.departs_at at time zone 'Asia/Shanghai')::date as service_date
                  from unnest(:members::bigint[], :trains::text[], :froms::text[], :fromZhs::text[],
                              :fromEns::text[], :tos::text[], :toZhs::text[], :toEns::text[],
                              :departures::timestamptz[], :arrivals::timestamptz[],
                              :fares::bigint[], :classes::text[])
                       as p (member_id, train_code, from_station, from_zh, from_en, to_station,
                             to_zh, to_en, departs_at, arrives_at, fare_minor, seat_class)),
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

    private final JdbcClient jdbc;

    PastTripStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Joins the caller's transaction. */
    public long write(Iterator<PastTrip> trips, Function<String, Said> stationName) {
        long written = 0;
        List<PastTrip> chunk = new ArrayList<>(CHUNK);
        while (trips.hasNext()) {
            chunk.add(trips.next());
            if (chunk.size() == CHUNK || !trips.hasNext()) {
                written += write(chunk, stationName);
                chunk.clear();
            }
        }
        return written;
    }

    private int write(List<PastTrip> trips, Function<String, Said> stationName) {
        return jdbc.sql(WRITE)
                .param("members", longs(trips, PastTrip::memberId))
                .param("trains", texts(trips, PastTrip::trainCode))
                .param("froms", texts(trips, PastTrip::from))
                .param("fromZhs", texts(trips, trip -> stationName.apply(trip.from()).zh()))
                .param("fromEns", texts(trips, trip -> stationName.apply(trip.from()).en()))
                .param("tos", texts(trips, PastTrip::to))
                .param("toZhs", texts(trips, trip -> stationName.apply(trip.to()).zh()))
                .param("toEns", texts(trips, trip -> stationName.apply(trip.to()).en()))
                .param("departures", texts(trips, trip -> trip.departs().toString()))
                .param("arrivals", texts(trips, trip -> trip.arrives().toString()))
                .param("fares", longs(trips, PastTrip::fareMinor))
                .param("classes", texts(trips, PastTrip::seatClass))
                .update();
    }

    private static Long[] longs(List<PastTrip> trips, Function<PastTrip, Long> value) {
        return trips.stream().map(value).toArray(Long[]::new);
    }

    private static String[] texts(List<PastTrip> trips, Function<PastTrip, String> value) {
        return trips.stream().map(value).toArray(String[]::new);
    }
}
