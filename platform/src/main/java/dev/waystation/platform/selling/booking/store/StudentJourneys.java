package dev.waystation.platform.selling.booking.store;

import dev.waystation.platform.selling.booking.Order;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many journeys at the student fare a person has taken in a year. The person is the key of the
 * document, so one student on the lists of two parents has one number of journeys. The count only
 * rises while it is below the limit, in the row itself: whoever comes at the same time waits for
 * the row and then reads what it has become.
 */
@Repository
public class StudentJourneys {

    private static final String TAKE =
            """
            insert into booking.student_year as y (person, year, used)
            select :person, :year, 1 where :most > 0
            on conflict on constraint student_year_pk
            do update set used = y.used + 1 where y.used < :most
            """;
    private static final String KEEP =
            """
            insert into booking.student_journey (member_id, order_id, line, person, year, taken_at)
            values (:memberId, :orderId, :line, :person, :year, :at)
            """;
    private static final String GIVE_BACK =
            """
            delete from booking.student_journey
             where member_id = :memberId
               and order_id = :orderId
               and (cast(:line as integer) is null or line = :line)
            returning person, year
            """;
    private static final String LOWER =
            """
            update booking.student_year set used = used - 1
             where person = :person and year = :year
            """;
    private static final String USED =
            "select used from booking.student_year where person = :person and year = :year";
    private static final String TAKEN =
            """
            select t.ticket_id
              from booking.student_journey j
              join booking.ticket t
                on t.member_id = j.member_id and t.order_id = j.order_id and t.line = j.line
             where j.person = :person
               and j.year = :year
               and j.member_id = :member
             order by t.departs_at
            """;

    private final JdbcClient jdbc;

    StudentJourneys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A journey to take or one that was taken. */
    private record Year(String person, int year) {}

    /** False when the person has none left; nothing is counted then. */
    public boolean take(Order order, int line, String person, int year, int most, Instant at) {
        boolean counted =
                jdbc.sql(TAKE)
                                .param("person", person)
                                .param("year", year)
                                .param("most", most)
                                .update()
                        == 1;
        if (counted) {
            jdbc.sql(KEEP)
                    .param("memberId", order.memberId())
                    .param("orderId", order.id().value())
                    .param("line", line)
                    .param("person", person)
                    .param("year", year)
                    .param("at", Timestamp.from(at))
                    .update();
        }
        return counted;
    }

    /** What an order, or one line of it, took; nothing the second time. */
    public void giveBack(long memberId, long orderId, @Nullable Integer line) {
        List<Year> gone =
                jdbc.sql(GIVE_BACK)
                        .param("memberId", memberId)
                        .param("orderId", orderId)
                        .param("line", line)
                        .query((row, _) -> new Year(row.getString("person"), row.getInt("year")))
                        .list();
        // rows of two students are always locked in the same order
        gone.stream()
                .sorted(Comparator.comparing(Year::person).thenComparingInt(Year::year))
                .forEach(each ->
                        jdbc.sql(LOWER)
                                .param("person", each.person())
                                .param("year", each.year())
                                .update());
    }

    public int used(String person, int year) {
        return jdbc.sql(USED)
                .param("person", person)
                .param("year", year)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** The tickets that count and that the member bought, by departure. */
    public List<Long> tickets(long memberId, String person, int year) {
        return jdbc.sql(TAKEN)
                .param("member", memberId)
                .param("person", person)
                .param("year", year)
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
