package dev.waystation.platform.engagement.journey.store;

import dev.waystation.platform.engagement.journey.model.StaffTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks for staff. */
@Repository
public class TaskRows {

    private static final String ADD =
            """
            insert into journey.task
              (member_id, enrolment_id, journey_id, node, title, detail, team, due_on, created_at)
            select n.member_id, n.enrolment_id, n.journey_id, n.node, n.title, n.detail, n.team,
                cast(n.due_on as date), :at
            from unnest(:members, :ids, :journeys, :nodes, :titles, :details, :teams, :due)
              as n (member_id, enrolment_id, journey_id, node, title, detail, team, due_on)
            on conflict on constraint task_once_per_step do nothing
            """;

    private static final String COLUMNS =
            """
            select task_id, member_id, journey_id, title, detail, team, due_on, state, created_at,
                done_by, done_at, note
            from journey.task
            """;

    private static final String OPEN =
            COLUMNS
                    + """
                    where state = 'open' and (:team = '' or team in ('', :team))
                      and (due_on, task_id) > (cast(:due as date), :after)
                    order by due_on, task_id limit :limit
                    """;

    private static final String DONE =
            COLUMNS
                    + """
                    where state = 'done' and (:team = '' or team in ('', :team))
                    order by done_at desc, task_id limit :limit
                    """;

    private static final String FINISH =
            """
            update journey.task set state = 'done', done_by = :by, done_at = :at, note = :note
            where task_id = :id and state = 'open'
            """;

    private static final String COUNT =
            """
            select count(*) as open, count(*) filter (where due_on < :today) as overdue
            from journey.task where state = 'open' and (:team = '' or team in ('', :team))
            """;

    private final JdbcClient jdbc;

    TaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A task as a step wants it. */
    public record Wanted(
            long memberId,
            long enrolmentId,
            long journeyId,
            String node,
            String title,
            String detail,
            String team,
            LocalDate dueOn) {}

    /** How many are open, and how many of them should be done already. */
    public record Count(long open, long overdue) {}

    public void add(List<Wanted> tasks, Instant at) {
        if (tasks.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param("members", Columns.numbers(tasks, Wanted::memberId))
                .param("ids", Columns.numbers(tasks, Wanted::enrolmentId))
                .param("journeys", Columns.numbers(tasks, Wanted::journeyId))
                .param("nodes", Columns.texts(tasks, Wanted::node))
                .param("titles", Columns.texts(tasks, Wanted::title))
                .param("details", Columns.texts(tasks, Wanted::detail))
                .param("teams", Columns.texts(tasks, Wanted::team))
                .param("due", Columns.texts(tasks, Wanted::dueOn))
                .param("at", Columns.utc(at))
                .update();
    }

    /** Open ones behind that day and number, the most urgent first. */
    public List<StaffTask> open(String team, LocalDate due, long after, int limit) {
        return jdbc.sql(OPEN)
                .param("team", team)
                .param("due", due)
                .param("after", after)
                .param("limit", limit)
                .query(TaskRows::read)
                .list();
    }

    /** Those done last. */
    public List<StaffTask> done(String team, int limit) {
        return jdbc.sql(DONE)
                .param("team", team)
                .param("limit", limit)
                .query(TaskRows::read)
                .list();
    }

    public Optional<StaffTask> find(long id) {
        return jdbc.sql(COLUMNS + " where task_id = :id")
                .param("id", id)
                .query(TaskRows::read)
                .optional();
    }

    /** Whether it was open until now. */
    public boolean finish(long id, String by, String note, Instant at) {
        return jdbc.sql(FINISH)
                        .param("id", id)
                        .param("by", by)
                        .param("note", note)
                        .param("at", Columns.utc(at))
                        .update()
                == 1;
    }

    public Count count(String team, LocalDate today) {
        return jdbc.sql(COUNT)
                .param("team", team)
                .param("today", today)
                .query((row, _) -> new Count(row.getLong("open"), row.getLong("overdue")))
                .single();
    }

    private static StaffTask read(ResultSet row, int index) throws SQLException {
        return new StaffTask(
                row.getLong("task_id"),
                row.getLong("member_id"),
                row.getLong("journey_id"),
                row.getString("title"),
                row.getString("detail"),
                row.getString("team"),
                row.getObject("due_on", LocalDate.class),
                row.getString("state"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("done_by"),
                Columns.instant(row.getObject("done_at", OffsetDateTime.class)),
                row.getString("note"));
    }
}
