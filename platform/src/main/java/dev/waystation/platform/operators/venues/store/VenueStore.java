package dev.waystation.platform.operators.venues.store;

import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.operators.venues.Venue;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Venues with their zones. */
@Component
public class VenueStore {

    private static final String ZONES =
            "select venue, code, name_zh, name_en from venues.zone order by venue, code";

    private static final String VENUES =
            "select code, name_zh, name_en, line, latitude, longitude from venues.venue order by"
                    + " code";

    private static final String KEEP =
            """
            insert into venues.venue (code, name_zh, name_en, line, latitude, longitude)
            values (:code, :zh, :en, :line, :latitude, :longitude)
            on conflict (code) do update set name_zh = :zh, name_en = :en, line = :line,
                latitude = :latitude, longitude = :longitude
            """;

    private static final String CLEAR = "delete from venues.zone where venue = :venue";

    private static final String ADD_ZONE =
            """
            insert into venues.zone (venue, code, name_zh, name_en)
            values (:venue, :code, :zh, :en)
            """;

    private final JdbcClient jdbc;

    VenueStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Venue> all() {
        Map<String, List<Venue.Zone>> zones = new HashMap<>();
        jdbc.sql(ZONES)
                .query((row, _) ->
                        zones.computeIfAbsent(row.getString("venue"), _ -> new ArrayList<>())
                                .add(
                                        new Venue.Zone(
                                                row.getString("code"),
                                                new Said(
                                                        row.getString("name_zh"),
                                                        row.getString("name_en")))))
                .list();
        return jdbc.sql(VENUES)
                .query((row, _) ->
                        new Venue(
                                row.getString("code"),
                                new Said(row.getString("name_zh"), row.getString("name_en")),
                                row.getString("line"),
                                zones.getOrDefault(row.getString("code"), List.of()),
                                row.getObject("latitude") == null
                                        ? null
                                        : new Venue.Place(
                                                row.getDouble("latitude"),
                                                row.getDouble("longitude"))))
                .list();
    }

    /** Writes a venue with exactly these zones. */
    public void keep(Venue venue) {
        Venue.Place place = venue.place();
        jdbc.sql(KEEP)
                .param("code", venue.code())
                .param("zh", venue.name().zh())
                .param("en", venue.name().en())
                .param("line", venue.line())
                .param("latitude", place == null ? null : place.latitude(), Types.DOUBLE)
                .param("longitude", place == null ? null : place.longitude(), Types.DOUBLE)
                .update();
        jdbc.sql(CLEAR).param("venue", venue.code()).update();
        for (Venue.Zone zone : venue.zones()) {
            jdbc.sql(ADD_ZONE)
                    .param("venue", venue.code())
                    .param("code", zone.code())
                    .param("zh", zone.name().zh())
                    .param("en", zone.name().en())
                    .update();
        }
    }
}
