package dev.waystation.platform.insight.analytics.store;

import dev.waystation.platform.insight.analytics.model.Meaning;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Figures per day. */
@Repository
public class DailyRows {

    private static final String ADD =
            """
            insert into analytics.daily (day, measure, value)
            select * from unnest(cast(:days as date[]), :measures, :values)
            on conflict (day, measure) do update set value = daily.value + excluded.value
            """;

    private static final String SET =
            """
            insert into analytics.daily (day, measure, value)
            select * from unnest(cast(:days as date[]), :measures, :values)
            on conflict (day, measure) do update set value = excluded.value
            """;

    private static final String BETWEEN =
            """
            select day, measure, value from analytics.daily where day between :from and :to
            """;

    private static final String FRESHEN =
            """
            insert into analytics.freshness (only_row, as_of) values (true, :at)
            on conflict (only_row) do update set as_of = greatest(freshness.as_of, excluded.as_of)
            """;

    private static final String AS_OF = "select as_of from analytics.freshness";

    private final JdbcClient jdbc;

    DailyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(LocalDate day, String measure) {}

    /** Adds up first, so that each figure is written once per batch and always in one order. */
    public void add(List<Meaning.Count> counts) {
        Map<Key, Long> sums =
                counts.stream()
                        .collect(
                                Collectors.toMap(
                                        count -> new Key(count.day(), count.measure()),
                                        Meaning.Count::by,
                                        Long::sum));
        write(
                ADD,
                sums.entrySet().stream()
                        .map(sum ->
                                new Meaning.Count(
                                        sum.getKey().day(), sum.getKey().measure(), sum.getValue()))
                        .sorted(
                                Comparator.comparing(Meaning.Count::day)
                                        .thenComparing(Meaning.Count::measure))
                        .toList());
    }

    public void set(List<Meaning.Count> counts) {
        write(SET, counts);
    }

    private void write(String sql, List<Meaning.Count> counts) {
        if (counts.isEmpty()) {
            return;
        }
        jdbc.sql(sql)
                .param(
                        "days",
                        counts.stream().map(it -> it.day().toString()).toArray(String[]::new))
                .param(
                        "measures",
                        counts.stream().map(Meaning.Count::measure).toArray(String[]::new))
                .param("values", counts.stream().map(Meaning.Count::by).toArray(Long[]::new))
                .update();
    }

    /** Figures by measure and day; a day without any is absent. */
    public Map<String, Map<LocalDate, Long>> between(LocalDate from, LocalDate to) {
        var figures = new HashMap<String, Map<LocalDate, Long>>();
        jdbc.sql(BETWEEN)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    figures.computeIfAbsent(row.getString("measure"), _ -> new HashMap<>())
                            .put(row.getObject("day", LocalDate.class), row.getLong("value"));
                });
        return figures;
    }

    public void freshen(Instant at) {
        jdbc.sql(FRESHEN).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    public Optional<Instant> asOf() {
        return jdbc.sql(AS_OF)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }
}
