package dev.waystation.platform.selling.catalogue.store;

import dev.waystation.platform.selling.catalogue.City;
import dev.waystation.platform.selling.catalogue.model.Coach;
import dev.waystation.platform.selling.catalogue.model.FareRate;
import dev.waystation.platform.selling.catalogue.model.PictureCity;
import dev.waystation.platform.selling.catalogue.model.PictureRows;
import dev.waystation.platform.selling.catalogue.model.PictureRun;
import dev.waystation.platform.selling.catalogue.model.PictureTrain;
import dev.waystation.platform.selling.catalogue.model.SeatPlans;
import dev.waystation.platform.selling.catalogue.model.Station;
import dev.waystation.platform.selling.catalogue.model.Stop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the whole catalogue for the picture in memory. */
@Repository
public class PictureStore {

    private static final String STATIONS =
            """
            select station_code, name_zh, name_en, pinyin, initials, city_code,
                   longitude, latitude
            from catalogue.station
            """;

    private static final String CITIES =
            """
            select c.city_code, c.name_zh, c.name_en, c.pinyin, c.initials,
                   array_agg(s.station_code order by s.station_code) as stations
            from catalogue.city c
            join catalogue.station s using (city_code)
            group by c.city_code
            order by count(*) desc, c.city_code
            """;

    private static final String TRAINS =
            """
            select train_id, code, numbers, category, stock_code from catalogue.train
            """;

    private static final String CALLS =
            """
            select pattern_id, sequence, station_code, arrives, departs, kilometre, for_sale
            from catalogue.call
            order by pattern_id, call_index
            """;

    private static final String RUNS =
            """
            select run_id, train_id, pattern_id, service_date, state = 'on_sale' as on_sale
            from catalogue.run
            where service_date >= :from
            order by run_id
            """;

    private static final String COACHES =
            """
            select stock_code, car, seat_class, first_row, last_row, letters
            from catalogue.coach
            order by stock_code, place
            """;

    private static final String STANDING =
            """
            select stock_code, standing from catalogue.rolling_stock
            """;

    private static final String RATES =
            """
            select category, seat_class, minor_per_km, minimum_minor, step_minor, currency,
                   origin = 'generated' as generated
            from catalogue.fare_rate
            """;

    private final JdbcClient jdbc;

    PictureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs before {@code from} are left out; nobody buys them. */
    public PictureRows load(LocalDate from) {
        return new PictureRows(
                stations(), cities(), trains(), patterns(), runs(from), seatPlans(), rates());
    }

    public Map<String, Station> stations() {
        Map<String, Station> stations = new HashMap<>();
        jdbc.sql(STATIONS)
                .query((row, n) ->
                        new Station(
                                row.getString("station_code"),
                                row.getString("name_zh"),
                                row.getString("name_en"),
                                row.getString("pinyin"),
                                row.getString("initials"),
                                row.getString("city_code"),
                                row.getObject("longitude") == null
                                        ? Double.NaN
                                        : row.getDouble("longitude"),
                                row.getObject("latitude") == null
                                        ? Double.NaN
                                        : row.getDouble("latitude")))
                .list()
                .forEach(station -> stations.put(station.code(), station));
        return stations;
    }

    private List<PictureCity> cities() {
        return jdbc.sql(CITIES)
                .query((row, n) ->
                        new PictureCity(
                                new City(
                                        row.getString("city_code"),
                                        row.getString("name_zh"),
                                        row.getString("name_en"),
                                        List.of((String[]) row.getArray("stations").getArray())),
                                row.getString("pinyin"),
                                row.getString("initials")))
                .list();
    }

    private Map<Long, PictureTrain> trains() {
        Map<Long, PictureTrain> trains = new HashMap<>();
        jdbc.sql(TRAINS)
                .query((row, n) ->
                        new PictureTrain(
                                row.getLong("train_id"),
                                row.getString("code"),
                                List.of((String[]) row.getArray("numbers").getArray()),
                                row.getString("category"),
                                row.getString("stock_code")))
                .list()
                .forEach(train -> trains.put(train.trainId(), train));
        return trains;
    }

    private Map<Long, List<Stop>> patterns() {
        Map<Long, List<Stop>> patterns = new HashMap<>();
        jdbc.sql(CALLS)
                .query(row -> {
                    patterns.computeIfAbsent(row.getLong("pattern_id"), any -> new ArrayList<>())
                            .add(
                                    new Stop(
                                            row.getInt("sequence"),
                                            row.getString("station_code"),
                                            row.getInt("arrives"),
                                            row.getInt("departs"),
                                            row.getInt("kilometre"),
                                            row.getBoolean("for_sale")));
                });
        return patterns;
    }

    private List<PictureRun> runs(LocalDate from) {
        return jdbc.sql(RUNS)
                .param("from", from)
                .query((row, n) ->
                        new PictureRun(
                                row.getLong("run_id"),
                                row.getLong("train_id"),
                                row.getLong("pattern_id"),
                                row.getObject("service_date", LocalDate.class),
                                row.getBoolean("on_sale")))
                .list();
    }

    private SeatPlans seatPlans() {
        List<Coach> coaches =
                jdbc.sql(COACHES)
                        .query((row, n) ->
                                new Coach(
                                        row.getString("stock_code"),
                                        row.getString("car"),
                                        row.getString("seat_class"),
                                        row.getInt("first_row"),
                                        row.getInt("last_row"),
                                        row.getString("letters")))
                        .list();
        Map<String, Integer> standing = new HashMap<>();
        jdbc.sql(STANDING)
                .query(row -> {
                    standing.put(row.getString("stock_code"), row.getInt("standing"));
                });
        return new SeatPlans(coaches, standing);
    }

    private List<FareRate> rates() {
        return jdbc.sql(RATES)
                .query((row, n) ->
                        new FareRate(
                                row.getString("category"),
                                row.getString("seat_class"),
                                row.getInt("minor_per_km"),
                                row.getInt("minimum_minor"),
                                row.getInt("step_minor"),
                                row.getString("currency"),
                                row.getBoolean("generated")))
                .list();
    }
}
