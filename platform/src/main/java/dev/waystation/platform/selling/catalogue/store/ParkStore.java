package dev.waystation.platform.selling.catalogue.store;

import dev.waystation.platform.selling.catalogue.EntrySlot;
import dev.waystation.platform.selling.catalogue.model.Pass;
import dev.waystation.platform.selling.catalogue.model.Ride;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rides, entry slots and passes of parks. */
@Repository
public class ParkStore {

    private static final String SAVE_PARK =
            """
            insert into catalogue.park (park_code, name_zh, name_en, demo)
            values (:park, :zh, :en, :demo)
            on conflict on constraint park_pk do nothing
            """;

    private static final String SAVE_RIDE =
            """
            insert into catalogue.park_ride
                (ride_code, park_code, name_zh, name_en, zone_zh, zone_en, capacity_per_hour,
                 minimum_cm, thrill)
            values (:code, :park, :nameZh, :nameEn, :zoneZh, :zoneEn, :capacityPerHour,
                    :minimumCentimetres, :thrill)
            on conflict on constraint park_ride_pk do nothing
            """;

    private static final String SAVE_PASS =
            """
            insert into catalogue.park_pass
                (pass_code, park_code, name_zh, name_en, valid_days, price_minor, currency)
            values (:code, :park, :nameZh, :nameEn, :validDays, :priceMinor, :currency)
            on conflict on constraint park_pass_pk do nothing
            """;

    private static final String SAVE_SLOTS =
            """
            insert into catalogue.park_slot
                (park_code, slot_date, starts, ends, capacity, price_minor, currency)
            select :park, n.day::date, n.starts::time, n.ends::time, n.capacity, n.price, 'CNY'
            from unnest(:dates::text[], :starts::text[], :ends::text[], :capacities::int[],
                        :prices::int[]) as n (day, starts, ends, capacity, price)
            on conflict on constraint park_slot_pk do nothing
            """;

    private static final String RIDES =
            """
            select ride_code as code, name_zh, name_en, zone_zh, zone_en, capacity_per_hour,
                   minimum_cm as minimum_centimetres, thrill
            from catalogue.park_ride
            order by park_code, ride_code
            """;

    private static final String PASSES =
            """
            select pass_code as code, name_zh, name_en, valid_days, price_minor, currency
            from catalogue.park_pass
            order by price_minor
            """;

    private static final String SLOTS =
            """
            select park_code, starts, ends, capacity, price_minor
            from catalogue.park_slot
            where slot_date = :date
            order by starts
            """;

    private final JdbcClient jdbc;

    ParkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void savePark(String park, String nameZh, String nameEn, boolean demo) {
        jdbc.sql(SAVE_PARK)
                .param("park", park)
                .param("zh", nameZh)
                .param("en", nameEn)
                .param("demo", demo)
                .update();
    }

    public void saveRide(String park, Ride ride) {
        jdbc.sql(SAVE_RIDE)
                .param("park", park)
                .param("code", ride.code())
                .param("nameZh", ride.nameZh())
                .param("nameEn", ride.nameEn())
                .param("zoneZh", ride.zoneZh())
                .param("zoneEn", ride.zoneEn())
                .param("capacityPerHour", ride.capacityPerHour())
                .param("minimumCentimetres", ride.minimumCentimetres())
                .param("thrill", ride.thrill())
                .update();
    }

    public void savePass(String park, Pass pass) {
        jdbc.sql(SAVE_PASS)
                .param("park", park)
                .param("code", pass.code())
                .param("nameZh", pass.nameZh())
                .param("nameEn", pass.nameEn())
                .param("validDays", pass.validDays())
                .param("priceMinor", pass.priceMinor())
                .param("currency", pass.currency())
                .update();
    }

    public int saveSlots(String park, List<EntrySlot> slots) {
        return jdbc.sql(SAVE_SLOTS)
                .param("park", park)
                .param("dates", slots.stream().map(s -> s.date().toString()).toArray(String[]::new))
                .param(
                        "starts",
                        slots.stream().map(s -> s.starts().toString()).toArray(String[]::new))
                .param("ends", slots.stream().map(s -> s.ends().toString()).toArray(String[]::new))
                .param(
                        "capacities",
                        slots.stream().map(EntrySlot::capacity).toArray(Integer[]::new))
                .param("prices", slots.stream().map(EntrySlot::priceMinor).toArray(Integer[]::new))
                .update();
    }

    public List<Ride> rides() {
        return jdbc.sql(RIDES)
                .query((row, n) ->
                        new Ride(
                                row.getString("code"),
                                row.getString("name_zh"),
                                row.getString("name_en"),
                                row.getString("zone_zh"),
                                row.getString("zone_en"),
                                row.getInt("capacity_per_hour"),
                                row.getInt("minimum_centimetres"),
                                row.getInt("thrill")))
                .list();
    }

    public List<Pass> passes() {
        return jdbc.sql(PASSES)
                .query((row, n) ->
                        new Pass(
                                row.getString("code"),
                                row.getString("name_zh"),
                                row.getString("name_en"),
                                row.getInt("valid_days"),
                                row.getInt("price_minor"),
                                row.getString("currency")))
                .list();
    }

    public List<EntrySlot> slots(LocalDate date) {
        return jdbc.sql(SLOTS)
                .param("date", date)
                .query((row, n) ->
                        new EntrySlot(
                                row.getString("park_code"),
                                date,
                                row.getObject("starts", LocalTime.class),
                                row.getObject("ends", LocalTime.class),
                                row.getInt("capacity"),
                                row.getInt("price_minor")))
                .list();
    }
}
