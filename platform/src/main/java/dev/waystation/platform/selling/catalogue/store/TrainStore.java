package dev.waystation.platform.selling.catalogue.store;

import dev.waystation.platform.selling.catalogue.model.ServiceDays;
import dev.waystation.platform.selling.catalogue.model.Stop;
import dev.waystation.platform.selling.catalogue.model.Train;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Trains, their calendars and calls; set by set, never row by row. */
@Repository
public class TrainStore {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('catalogue.import'))";

    private static final String ROLLING_STOCK =
            """
            select stock_code from catalogue.rolling_stock
            """;

    private static final String KNOWN =
            """
            select t.train_id, t.train_key, t.digest, p.pattern_id,
                   p.digest as pattern_digest, p.way_digest
            from catalogue.train t
            join catalogue.pattern p using (pattern_id)
            where t.source = :source
            """;

    private static final String ADD_SERVICES =
            """
            insert into catalogue.service (digest, daily)
            select * from unnest(:digests::text[], :daily::boolean[])
            on conflict on constraint service_digest_uk do nothing
            returning service_id, digest
            """;

    private static final String SERVICES =
            """
            select service_id, digest from catalogue.service where digest = any(:digests::text[])
            """;

    private static final String ADD_DATES =
            """
            insert into catalogue.service_date (service_id, service_date)
            select n.service_id, n.day::date
            from unnest(:services::bigint[], :dates::text[]) as n (service_id, day)
            """;

    private static final String ADD_TRAINS =
            """
            insert into catalogue.train
                (source, train_key, code, numbers, category, stock_code, service_id, digest)
            select :source, n.key, n.code, string_to_array(n.numbers, '/'), n.category, n.stock,
                   n.service, n.digest
            from unnest(:keys::text[], :codes::text[], :numbers::text[], :categories::text[],
                        :stocks::text[], :services::bigint[], :digests::text[])
                with ordinality as n (key, code, numbers, category, stock, service, digest, place)
            order by n.place
            on conflict on constraint train_source_key_uk do update
            set code = excluded.code, numbers = excluded.numbers, category = excluded.category,
                stock_code = excluded.stock_code, service_id = excluded.service_id,
                digest = excluded.digest
            returning train_id, train_key
            """;

    private static final String ADD_PATTERNS =
            """
            insert into catalogue.pattern (train_id, digest, way_digest)
            select * from unnest(:trains::bigint[], :digests::text[], :ways::text[])
            returning pattern_id, train_id
            """;

    private static final String ADD_CALLS =
            """
            insert into catalogue.call
                (pattern_id, call_index, sequence, station_code, arrives, departs, kilometre,
                 for_sale)
            select * from unnest(:patterns::bigint[], :indexes::smallint[], :sequences::int[],
                                 :stations::text[], :arrives::int[], :departs::int[],
                                 :kilometres::int[], :forSale::boolean[])
            """;

    private static final String POINT_TO_PATTERNS =
            """
            update catalogue.train t
            set pattern_id = n.pattern_id
            from unnest(:trains::bigint[], :patterns::bigint[]) as n (train_id, pattern_id)
            where t.train_id = n.train_id
            """;

    private static final String MOVE_RUNS =
            """
            update catalogue.run r
            set pattern_id = n.pattern_id
            from unnest(:trains::bigint[], :patterns::bigint[]) as n (train_id, pattern_id)
            where r.train_id = n.train_id and r.service_date >= :from
            """;

    private final JdbcClient jdbc;

    TrainStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One import at a time, until the transaction ends. */
    public void lock() {
        jdbc.sql(LOCK).query().singleRow();
    }

    public Set<String> rollingStock() {
        return Set.copyOf(jdbc.sql(ROLLING_STOCK).query(String.class).list());
    }

    public Map<String, KnownTrain> known(String source) {
        Map<String, KnownTrain> known = new HashMap<>();
        jdbc.sql(KNOWN)
                .param("source", source)
                .query((row, n) ->
                        new KnownTrain(
                                row.getLong("train_id"),
                                row.getString("train_key"),
                                row.getString("digest"),
                                row.getLong("pattern_id"),
                                row.getString("pattern_digest"),
                                row.getString("way_digest")))
                .list()
                .forEach(train -> known.put(train.key(), train));
        return known;
    }

    /** Stores calendars not seen before; gives the id of each by its digest. */
    public Map<String, Long> services(Collection<ServiceDays> calendars) {
        Map<String, ServiceDays> byDigest = new LinkedHashMap<>();
        calendars.forEach(days -> byDigest.put(Digest.of(days.signature()), days));
        String[] digests = byDigest.keySet().toArray(String[]::new);
        Boolean[] daily =
                byDigest.values().stream().map(ServiceDays::daily).toArray(Boolean[]::new);
        List<Long> services = new ArrayList<>();
        List<String> dates = new ArrayList<>();
        jdbc.sql(ADD_SERVICES)
                .param("digests", digests)
                .param("daily", daily)
                .query(row -> {
                    long service = row.getLong("service_id");
                    ServiceDays days = byDigest.get(row.getString("digest"));
                    if (days != null) {
                        days.dates()
                                .forEach(date -> {
                                    services.add(service);
                                    dates.add(date.toString());
                                });
                    }
                });
        jdbc.sql(ADD_DATES)
                .param("services", services.toArray(Long[]::new))
                .param("dates", dates.toArray(String[]::new))
                .update();
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql(SERVICES)
                .param("digests", digests)
                .query(row -> {
                    ids.put(row.getString("digest"), row.getLong("service_id"));
                });
        return ids;
    }

    /** Adds trains and overwrites those of the same key; gives the id of each by its key. */
    public Map<String, Long> saveTrains(
            String source, List<Train> trains, Map<String, Long> services) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql(ADD_TRAINS)
                .param("source", source)
                .param("keys", texts(trains.stream().map(Train::key).toList()))
                .param("codes", texts(trains.stream().map(Train::code).toList()))
                .param(
                        "numbers",
                        texts(trains.stream().map(t -> String.join("/", t.numbers())).toList()))
                .param("categories", texts(trains.stream().map(Train::category).toList()))
                .param("stocks", texts(trains.stream().map(Train::rollingStock).toList()))
                .param(
                        "services",
                        trains.stream()
                                .map(t -> services.get(Digest.of(t.days().signature())))
                                .toArray(Long[]::new))
                .param(
                        "digests",
                        texts(trains.stream().map(t -> Digest.of(t.signature())).toList()))
                .query(row -> {
                    ids.put(row.getString("train_key"), row.getLong("train_id"));
                });
        return ids;
    }

    /** Stores the calls of trains as new patterns and makes them the trains' own. */
    public Map<Long, Long> savePatterns(List<Train> trains, Map<String, Long> trainIds) {
        Map<Long, Long> patterns = new HashMap<>();
        jdbc.sql(ADD_PATTERNS)
                .param(
                        "trains",
                        trains.stream().map(t -> trainIds.get(t.key())).toArray(Long[]::new))
                .param(
                        "digests",
                        texts(trains.stream().map(t -> Digest.of(t.stops().toString())).toList()))
                .param("ways", texts(trains.stream().map(t -> Digest.of(t.way())).toList()))
                .query(row -> {
                    patterns.put(row.getLong("train_id"), row.getLong("pattern_id"));
                });
        saveCalls(trains, trainIds, patterns);
        jdbc.sql(POINT_TO_PATTERNS)
                .param("trains", patterns.keySet().toArray(Long[]::new))
                .param("patterns", patterns.values().toArray(Long[]::new))
                .update();
        return patterns;
    }

    /**
     * Sells the runs from a date on with other calls; the caller knows that the way is the same.
     */
    public int moveRuns(Map<Long, Long> patternOfTrain, LocalDate from) {
        return jdbc.sql(MOVE_RUNS)
                .param("trains", patternOfTrain.keySet().toArray(Long[]::new))
                .param("patterns", patternOfTrain.values().toArray(Long[]::new))
                .param("from", from)
                .update();
    }

    private void saveCalls(
            List<Train> trains, Map<String, Long> trainIds, Map<Long, Long> patterns) {
        List<Long> ids = new ArrayList<>();
        List<Integer> indexes = new ArrayList<>();
        List<Stop> stops = new ArrayList<>();
        for (Train train : trains) {
            Long pattern = patterns.get(trainIds.get(train.key()));
            for (int i = 0; i < train.stops().size(); i++) {
                ids.add(pattern);
                indexes.add(i);
                stops.add(train.stops().get(i));
            }
        }
        jdbc.sql(ADD_CALLS)
                .param("patterns", ids.toArray(Long[]::new))
                .param("indexes", indexes.toArray(Integer[]::new))
                .param("sequences", stops.stream().map(Stop::sequence).toArray(Integer[]::new))
                .param("stations", texts(stops.stream().map(Stop::stationCode).toList()))
                .param("arrives", stops.stream().map(Stop::arrives).toArray(Integer[]::new))
                .param("departs", stops.stream().map(Stop::departs).toArray(Integer[]::new))
                .param("kilometres", stops.stream().map(Stop::kilometre).toArray(Integer[]::new))
                .param("forSale", stops.stream().map(Stop::forSale).toArray(Boolean[]::new))
                .update();
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
