package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.model.Deed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What members did. */
@Component
public class DeedStore {

    private static final String ADD =
            """
            insert into audience.deed
              (member_id, event, reference, on_day, amount_minor,
               seat_class, from_station, to_station)
            values (:member, :event, :reference, :day, :amount, :class, :from, :to)
            on conflict (member_id, event, reference) do nothing
            """;

    private static final String TAKE_BACK =
            """
            delete from audience.deed
            where member_id = :member and event = :event and reference = :reference
            """;

    private static final String FIND =
            """
            select member_id, event, on_day, amount_minor, seat_class, from_station, to_station
            from audience.deed
            where member_id = any(:ids) and event = any(:events)
            """;

    private final JdbcClient jdbc;

    DeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** The deeds of these members that conditions can ask about. */
    public Map<Long, List<Deed>> find(List<Long> memberIds, List<String> events) {
        return jdbc
                .sql(FIND)
                .param("ids", TraitStore.array(memberIds))
                .param("events", events.toArray(String[]::new))
                .query((row, index) ->
                        new Deed(
                                row.getLong("member_id"),
                                row.getString("event"),
                                row.getObject("on_day", LocalDate.class),
                                row.getLong("amount_minor"),
                                row.getString("seat_class"),
                                row.getString("from_station"),
                                row.getString("to_station")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Deed::memberId));
    }
}
