package dev.waystation.platform.engagement.links.store;

import dev.waystation.platform.engagement.links.model.Clicks;
import dev.waystation.platform.engagement.links.model.Reader;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who followed which link. */
@Repository
public class ClickStore {

    private static final String ADD =
            """
            insert into links.click (code, member_id, message_id, machine, clicked_at)
            values (:code, :member, :message, :machine, :at) returning click_id
            """;

    private static final String COUNT =
            """
            select code, count(*) filter (where machine is null) as people,
                count(distinct member_id) filter (where machine is null) as members,
                count(machine) as machines
            from links.click where code = any(:codes) group by code
            """;

    private static final String DAYS =
            """
            select cast(clicked_at at time zone :zone as date) as day, count(*) as people
            from links.click where code = :code and machine is null group by 1 order by 1
            """;

    private final JdbcClient jdbc;

    ClickStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long add(String code, @Nullable Reader reader, @Nullable String machine, Instant at) {
        return jdbc.sql(ADD)
                .param("code", code)
                .param("member", reader == null ? null : reader.memberId())
                .param("message", reader == null ? null : reader.messageId())
                .param("machine", machine)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    public Map<String, Clicks.Count> counts(Collection<String> codes) {
        Map<String, Clicks.Count> counts = new HashMap<>();
        jdbc.sql(COUNT)
                .param("codes", codes.toArray(String[]::new))
                .query(row -> {
                    counts.put(
                            row.getString("code"),
                            new Clicks.Count(
                                    row.getLong("people"),
                                    row.getLong("members"),
                                    row.getLong("machines")));
                });
        return counts;
    }

    public List<Clicks.Day> days(String code, ZoneId zone) {
        return jdbc.sql(DAYS)
                .param("code", code)
                .param("zone", zone.getId())
                .query((row, number) ->
                        new Clicks.Day(row.getDate("day").toLocalDate(), row.getLong("people")))
                .list();
    }
}
