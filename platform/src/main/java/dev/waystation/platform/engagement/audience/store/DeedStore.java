package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.model.Deed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What members did; of those who are one person, it is kept under the one who stays. */
@Component
public class DeedStore {

    private static final String ADD =
            """
            insert into audience.deed
              (member_id, event, reference, on_day, amount_minor,
               seat_class, from_station, to_station, of_member)
            select coalesce(s.into_id, n.member), :event, :reference, cast(:day as date),
                cast(:amount as bigint), :class, :from, :to,
                case when s.into_id is not null then n.member end
            from (values (cast(:member as bigint))) as n (member)
            left join audience.own_trait s on s.member_id = n.member and s.into_id <> n.member
            on conflict (member_id, event, reference) do nothing
            """;

    private static final String ADD_EVENTS =
            """
            insert into audience.deed
              (member_id, event, reference, on_day, properties, of_member)
            select coalesce(s.into_id, n.member), n.event, n.reference, n.day, n.properties,
                case when s.into_id is not null then n.member end
            from unnest(cast(:members as bigint[]), cast(:events as text[]),
                cast(:references as text[]), cast(:days as date[]), cast(:properties as jsonb[]))
                as n (member, event, reference, day, properties)
            left join audience.own_trait s on s.member_id = n.member and s.into_id <> n.member
            on conflict (member_id, event, reference) do nothing
            """;

    private static final String TAKE_BACK_ALL =
            """
            delete from audience.deed
            where coalesce(of_member, member_id) = :member and reference = any (:references)
              and (member_id = :member or of_member = :member)
            """;

    private static final String TAKE_BACK =
            """
            delete from audience.deed
            where coalesce(of_member, member_id) = :member
              and event = :event and reference = :reference
              and (member_id = :member or of_member = :member)
            """;

    private static final String FIND =
            """
            select member_id, event, on_day, amount_minor, seat_class, from_station, to_station,
                properties
            from audience.deed
            where member_id = any(:ids) and event <> 'points.moved'
            """;

    private final JdbcClient jdbc;
    private final Json json;

    DeedStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Records a deed once per reference; false when it stood there already. */
    public boolean add(
            long memberId,
            String event,
            String reference,
            LocalDate day,
            long amountMinor,
            @Nullable String seatClass,
            @Nullable String from,
            @Nullable String to) {
        return jdbc.sql(ADD)
                        .param("member", memberId)
                        .param("event", event)
                        .param("reference", reference)
                        .param("day", day)
                        .param("amount", amountMinor)
                        .param("class", seatClass)
                        .param("from", from)
                        .param("to", to)
                        .update()
                == 1;
    }

    public void takeBack(long memberId, String event, String reference) {
        jdbc.sql(TAKE_BACK)
                .param("member", memberId)
                .param("event", event)
                .param("reference", reference)
                .update();
    }

    /** An event with its properties. */
    public record Acted(
            long memberId,
            String event,
            String reference,
            LocalDate day,
            Map<String, Object> properties) {}

    /** Records events, each once per reference, in one statement. */
    public void add(List<Acted> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.sql(ADD_EVENTS)
                .param("members", events.stream().map(Acted::memberId).toArray(Long[]::new))
                .param("events", texts(events, Acted::event))
                .param("references", texts(events, Acted::reference))
                .param("days", texts(events, each -> each.day().toString()))
                .param("properties", texts(events, each -> json.write(each.properties())))
                .update();
    }

    private static String[] texts(List<Acted> events, Function<Acted, String> column) {
        return events.stream().map(column).toArray(String[]::new);
    }

    public void takeBack(long memberId, List<String> references) {
        jdbc.sql(TAKE_BACK_ALL)
                .param("member", memberId)
                .param("references", references.toArray(String[]::new))
                .update();
    }

    /** Whole numbers as conditions compare them. */
    private Map<String, Object> properties(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        return json.values(text);
    }

    /** The deeds of these members that conditions can ask about. */
    public Map<Long, List<Deed>> find(List<Long> memberIds) {
        return jdbc
                .sql(FIND)
                .param("ids", TraitStore.array(memberIds))
                .query((row, index) ->
                        new Deed(
                                row.getLong("member_id"),
                                row.getString("event"),
                                row.getObject("on_day", LocalDate.class),
                                row.getLong("amount_minor"),
                                row.getString("seat_class"),
                                row.getString("from_station"),
                                row.getString("to_station"),
                                properties(row.getString("properties"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Deed::memberId));
    }
}
