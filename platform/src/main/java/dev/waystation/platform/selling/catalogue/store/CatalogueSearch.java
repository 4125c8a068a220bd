package dev.waystation.platform.selling.catalogue.store;

import dev.waystation.platform.selling.catalogue.model.ListedStation;
import dev.waystation.platform.selling.catalogue.model.ListedTrain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of stations and trains for people to look through. */
@Repository
public class CatalogueSearch {

    private static final String STATIONS =
            """
            select station_code as code, name_zh, name_en, city_code, latitude, longitude
            from catalogue.station
            where station_code > :after
              and (:start = '' or name_zh like :start || '%' or lower(name_en) like :start || '%'
                   or pinyin like :start || '%' or initials like :start || '%'
                   or lower(station_code) = :start)
            order by station_code
            limit :limit
            """;

    private static final String TRAINS =
            """
            select t.train_id, t.code, f.station_code as from_code, f.name_zh as from_zh,
                   f.name_en as from_en, l.station_code as to_code, l.name_zh as to_zh,
                   l.name_en as to_en, a.departs, z.arrives, z.call_index + 1 as stops, s.daily,
                   (select string_agg(x.service_date::text, ',' order by x.service_date)
                    from (select service_date from catalogue.service_date d
                          where d.service_id = t.service_id
                          order by service_date desc limit 31) x) as dates,
                   coalesce(r.run_id, 0) as run_id
            from catalogue.train t
            join catalogue.service s using (service_id)
            join catalogue.call a on a.pattern_id = t.pattern_id and a.call_index = 0
            join catalogue.station f on f.station_code = a.station_code
            join lateral (select * from catalogue.call c where c.pattern_id = t.pattern_id
                          order by c.call_index desc limit 1) z on true
            join catalogue.station l on l.station_code = z.station_code
            left join catalogue.run r on r.train_id = t.train_id
                 and r.service_date = :date::date and r.state = 'on_sale'
            where (t.code, t.train_id) > (:afterCode, :after)
              and (:start = '' or :start = any(t.numbers) or t.code like :start || '%'
                   or f.name_zh like :start || '%' or l.name_zh like :start || '%')
              and (:date::date is null or r.run_id is not null)
            order by t.code, t.train_id
            limit :limit
            """;

    private final JdbcClient jdbc;

    CatalogueSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<ListedStation> stations(String start, String after, int limit) {
        return jdbc.sql(STATIONS)
                .param("start", start.toLowerCase(java.util.Locale.ROOT))
                .param("after", after)
                .param("limit", limit)
                .query((row, n) ->
                        new ListedStation(
                                row.getString("code"),
                                row.getString("name_zh"),
                                row.getString("name_en"),
                                row.getString("city_code"),
                                row.getObject("latitude", Double.class),
                                row.getObject("longitude", Double.class)))
                .list();
    }

    public List<ListedTrain> trains(
            String start, Optional<LocalDate> date, String afterCode, long after, int limit) {
        return jdbc.sql(TRAINS)
                .param("start", start.toUpperCase(java.util.Locale.ROOT))
                .param("date", date.map(LocalDate::toString).orElse(null), java.sql.Types.VARCHAR)
                .param("afterCode", afterCode)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> train(row))
                .list();
    }

    private static ListedTrain train(ResultSet row) throws SQLException {
        return new ListedTrain(
                row.getLong("train_id"),
                row.getString("code"),
                row.getString("from_code"),
                row.getString("from_zh"),
                row.getString("from_en"),
                row.getString("to_code"),
                row.getString("to_zh"),
                row.getString("to_en"),
                row.getInt("departs"),
                row.getInt("arrives"),
                row.getInt("stops"),
                row.getBoolean("daily"),
                row.getString("dates"),
                row.getLong("run_id"));
    }
}
