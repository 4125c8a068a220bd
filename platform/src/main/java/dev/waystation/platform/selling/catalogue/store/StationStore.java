package dev.waystation.platform.selling.catalogue.store;

import dev.waystation.platform.selling.catalogue.model.CityGroup;
import dev.waystation.platform.selling.catalogue.model.Station;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stations and the cities they make up. */
@Repository
public class StationStore {

    private static final String CITIES =
            """
            select city_code, name_zh, name_en, pinyin, initials, derived from catalogue.city
            """;

    private static final String SAVE_CITIES =
            """
            insert into catalogue.city (city_code, name_zh, name_en, pinyin, initials, derived)
            select * from unnest(:codes::text[], :zh::text[], :en::text[], :pinyin::text[],
                                 :initials::text[], :derived::boolean[])
            on conflict on constraint city_pk do update
            set name_zh = excluded.name_zh, name_en = excluded.name_en,
                pinyin = excluded.pinyin, initials = excluded.initials,
                derived = excluded.derived
            where catalogue.city.derived or not excluded.derived
            """;

    private static final String SAVE_STATIONS =
            """
            insert into catalogue.station
                (station_code, name_zh, name_en, pinyin, initials, city_code, longitude, latitude)
            select * from unnest(:codes::text[], :zh::text[], :en::text[], :pinyin::text[],
                                 :initials::text[], :cities::text[], :longitudes::float8[],
                                 :latitudes::float8[])
            on conflict on constraint station_pk do update
            set name_zh = excluded.name_zh, name_en = excluded.name_en,
                pinyin = excluded.pinyin, initials = excluded.initials,
                city_code = excluded.city_code, longitude = excluded.longitude,
                latitude = excluded.latitude
            """;

    private final JdbcClient jdbc;

    StationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Map<String, CityGroup> cities() {
        Map<String, CityGroup> cities = new HashMap<>();
        jdbc.sql(CITIES)
                .query((row, n) ->
                        new CityGroup(
                                row.getString("city_code"),
                                row.getString("name_zh"),
                                row.getString("name_en"),
                                row.getString("pinyin"),
                                row.getString("initials"),
                                row.getBoolean("derived")))
                .list()
                .forEach(city -> cities.put(city.code(), city));
        return cities;
    }

    public void saveCities(List<CityGroup> cities) {
        jdbc.sql(SAVE_CITIES)
                .param("codes", texts(cities, CityGroup::code))
                .param("zh", texts(cities, CityGroup::nameZh))
                .param("en", texts(cities, CityGroup::nameEn))
                .param("pinyin", texts(cities, CityGroup::pinyin))
                .param("initials", texts(cities, CityGroup::initials))
                .param("derived", cities.stream().map(CityGroup::derived).toArray(Boolean[]::new))
                .update();
    }

    public void saveStations(List<Station> stations) {
        jdbc.sql(SAVE_STATIONS)
                .param("codes", texts(stations, Station::code))
                .param("zh", texts(stations, Station::nameZh))
                .param("en", texts(stations, Station::nameEn))
                .param("pinyin", texts(stations, Station::pinyin))
                .param("initials", texts(stations, Station::initials))
                .param("cities", texts(stations, Station::cityCode))
                .param("longitudes", degrees(stations, Station::longitude))
                .param("latitudes", degrees(stations, Station::latitude))
                .update();
    }

    private static <T> String[] texts(List<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable Double[] degrees(
            List<Station> stations, Function<Station, Double> degrees) {
        @Nullable Double[] found = new Double[stations.size()];
        for (int i = 0; i < found.length; i++) {
            Double value = degrees.apply(stations.get(i));
            found[i] = value.isNaN() ? null : value;
        }
        return found;
    }
}
