package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.model.Deed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    private static final String ADD_EVENT =
            """
            insert into audience.deed
              (member_id, event, reference, on_day, properties, of_member)
            select coalesce(s.into_id, n.member), :event, :reference, cast(:day as date),
                cast(:properties as jsonb), case when s.into_id is not null then n.member end
            from (values (cast(:member as bigint))) as n (member)
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

    /** Records an event with its properties, once per reference. */
    public void add(
            long memberId,
            String event,
            String reference,
            LocalDate day,
            Map<String, Object> properties) {
        jdbc.sql(ADD_EVENT)
                .param("member", memberId)
                .param("event", event)
                .param("reference", reference)
                .param("day", day)
                .param("properties", json.write(properties))
                .update();
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
