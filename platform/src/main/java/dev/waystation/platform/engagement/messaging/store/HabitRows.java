package dev.waystation.platform.engagement.messaging.store;

import dev.waystation.platform.engagement.messaging.model.ReadingHabit;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** At which hours members open what we send. */
@Repository
public class HabitRows {

    private static final String OF =
            "select member_id, hours, as_of from messaging.habit where member_id = any(:members)";

    private static final String BEGIN =
            """
            insert into messaging.habit (member_id, hours, as_of)
            values (:member, array_fill(0, array[24]), :day) on conflict do nothing
            """;

    private static final String LOCKED =
            "select member_id, hours, as_of from messaging.habit where member_id = :member for update";

    private static final String PUT =
            "update messaging.habit set hours = :hours, as_of = :day where member_id = :member";

    private final JdbcClient jdbc;

    HabitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(long memberId, ReadingHabit habit) {}

    /** Of those of whom anything is known. */
    public Map<Long, ReadingHabit> of(Collection<Long> members) {
        Map<Long, ReadingHabit> habits = new HashMap<>();
        rows(OF, Map.of("members", members.toArray(Long[]::new)))
                .forEach(row -> habits.put(row.memberId(), row.habit()));
        return habits;
    }

    /** Counts an opening, in the transaction of the caller. */
    public void opened(long memberId, int hour, LocalDate day) {
        jdbc.sql(BEGIN).param("member", memberId).param("day", Date.valueOf(day)).update();
        ReadingHabit next =
                rows(LOCKED, Map.of("member", memberId)).getFirst().habit().opened(hour, day);
        jdbc.sql(PUT)
                .param("member", memberId)
                .param("hours", next.hours().toArray(Double[]::new))
                .param("day", Date.valueOf(next.asOf()))
                .update();
    }

    private List<Row> rows(String sql, Map<String, Object> parameters) {
        return jdbc.sql(sql)
                .params(parameters)
                .query((row, number) ->
                        new Row(
                                row.getLong("member_id"),
                                new ReadingHabit(
                                        Arrays.asList((Double[]) row.getArray("hours").getArray()),
                                        row.getDate("as_of").toLocalDate())))
                .list();
    }
}
