package dev.waystation.platform.engagement.events.store;

import dev.waystation.platform.engagement.events.TakenEvent;
import dev.waystation.platform.engagement.events.model.Batches;
import dev.waystation.platform.engagement.events.model.EventCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Events as they lie in their partitions. */
@Component
public class TakenStore {

    private static final String COLUMNS =
            """
            e.home_day, e.source_id, e.message_id, e.call, e.name, e.user_id, e.anonymous_id,
            e.device_id, s.kind, e.detail, e.external_ids, e.happened_at, e.received_at, e.venue,
            e.zone, e.position, e.properties
            """;

    private static final String OF_BATCHES =
            """
            select e.batch, %s
            from events.event e join events.source s on s.id = e.source_id
            where e.batch = any(:batches) and e.home_day between :first and :last
            order by e.happened_at, e.source_id, e.message_id
            """
                    .formatted(COLUMNS);

    private static final String BY_KEYS =
            """
            select %s
            from unnest(cast(:days as date[]), cast(:sources as int[]), cast(:ids as text[]))
                as k (home_day, source_id, message_id)
            join events.event e using (home_day, source_id, message_id)
            join events.source s on s.id = e.source_id
            order by e.happened_at, e.source_id, e.message_id
            """
                    .formatted(COLUMNS);

    private static final String EMPTY =
            """
            update events.event e
            set user_id = null, anonymous_id = null, device_id = null, external_ids = null,
                detail = null, position = null, properties = '{}'
            from unnest(cast(:days as date[]), cast(:sources as int[]), cast(:ids as text[]))
                as k (home_day, source_id, message_id)
            where e.home_day = k.home_day and e.source_id = k.source_id
              and e.message_id = k.message_id
            """;

    private static final String LATEST =
            """
            select %s
            from events.event e join events.source s on s.id = e.source_id
            where e.home_day >= :since
              and (cast(:source as int) is null or e.source_id = cast(:source as int))
              and (cast(:venues as text[]) is null or e.venue = any(cast(:venues as text[])))
            order by e.batch desc, e.happened_at desc
            limit :limit
            """
                    .formatted(COLUMNS);

    private static final String COUNTS =
            """
            select venue, name, count(*) as events
            from events.event
            where home_day >= :since and venue is not null
              and (cast(:venues as text[]) is null or venue = any(cast(:venues as text[])))
            group by venue, name
            order by venue, events desc, name
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TakenStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Events by the commit they came with, each in the order they happened. */
    public Map<Long, List<TakenEvent>> ofBatches(Batches batches) {
        Map<Long, List<TakenEvent>> events = new HashMap<>();
        jdbc.sql(OF_BATCHES)
                .param("batches", batches.numbers().toArray(Long[]::new))
                .param("first", batches.first())
                .param("last", batches.last())
                .query((row, index) ->
                        events.computeIfAbsent(row.getLong("batch"), _ -> new ArrayList<>())
                                .add(read(row, index)))
                .list();
        return events;
    }

    public List<TakenEvent> byKeys(List<TakenEvent.Key> keys) {
        return named(BY_KEYS, keys).query(this::read).list();
    }

    /** Leaves of these events that they came, when and from where. */
    public int empty(List<TakenEvent.Key> keys) {
        return named(EMPTY, keys).update();
    }

    private JdbcClient.StatementSpec named(String sql, List<TakenEvent.Key> keys) {
        return jdbc.sql(sql)
                .param(
                        "days",
                        keys.stream().map(key -> key.homeDay().toString()).toArray(String[]::new))
                .param(
                        "sources",
                        keys.stream().map(TakenEvent.Key::sourceId).toArray(Integer[]::new))
                .param("ids", keys.stream().map(TakenEvent.Key::messageId).toArray(String[]::new));
    }

    /** How often what happened where since a day; of these venues, or of all where null. */
    public List<EventCount> counts(LocalDate since, @Nullable Set<String> venues) {
        return jdbc.sql(COUNTS)
                .param("since", since)
                .param("venues", venues == null ? null : venues.toArray(String[]::new))
                .query((row, _) ->
                        new EventCount(
                                row.getString("venue"),
                                row.getString("name"),
                                row.getLong("events")))
                .list();
    }

    /** The latest taken in, of one source or of all, at these venues or at all where null. */
    public List<TakenEvent> latest(
            LocalDate since, @Nullable Integer source, @Nullable Set<String> venues, int limit) {
        return jdbc.sql(LATEST)
                .param("since", since)
                .param("source", source)
                .param("venues", venues == null ? null : venues.toArray(String[]::new))
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    private TakenEvent read(ResultSet row, int index) throws SQLException {
        String ids = row.getString("external_ids");
        return new TakenEvent(
                new TakenEvent.Key(
                        row.getObject("home_day", LocalDate.class),
                        row.getInt("source_id"),
                        row.getString("message_id")),
                row.getString("call"),
                row.getString("name"),
                row.getString("user_id"),
                row.getString("anonymous_id"),
                row.getString("device_id"),
                row.getString("kind"),
                row.getString("detail"),
                ids == null ? List.of() : externalIds(ids),
                instant(row, "happened_at"),
                instant(row, "received_at"),
                row.getString("venue"),
                row.getString("zone"),
                row.getObject("position", Long.class),
                json.readValue(
                        row.getString("properties"), new TypeReference<Map<String, Object>>() {}));
    }

    /** What is no pair of texts says nothing. */
    private List<TakenEvent.ExternalId> externalIds(String text) {
        List<Object> given = json.readValue(text, new TypeReference<List<Object>>() {});
        return given.stream()
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .filter(each ->
                        each.get("type") instanceof String && each.get("id") instanceof String)
                .map(each ->
                        new TakenEvent.ExternalId(
                                String.valueOf(each.get("type")), String.valueOf(each.get("id"))))
                .toList();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
