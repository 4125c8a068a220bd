package dev.waystation.platform.engagement.outreach.store;

import dev.waystation.platform.engagement.outreach.model.Kind;
import dev.waystation.platform.engagement.outreach.model.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each member of staff is asked to send, and how far that is. */
@Repository
public class PartRows {

    private static final String GATHER =
            """
            insert into outreach.part as p
              (task_id, staff, text_digest, body, state, receivers, due_at)
            values (:task, :staff, :digest, :body, 'created', :count, :due)
            on conflict (task_id, staff, text_digest)
              where state = 'created' and called_at is null and receivers < 10000
            do update set receivers = p.receivers + excluded.receivers
            returning part_id
            """;

    private static final String COLUMNS =
            """
            select p.*, t.account, t.kind from outreach.part p
            join outreach.task t on t.task_id = p.task_id
            """;

    private static final String BEGIN =
            """
            update outreach.part set state = 'creating', called_at = :now
            where part_id = :id and state = 'created' and wanted = ''
            """;

    private static final String MOVE =
            """
            update outreach.part
            set state = :state, reason = :reason, due_at = coalesce(:due, due_at),
                ended_at = case when :ends then :now else null end, wanted = ''
            where part_id = :id
            """;

    private static final String NOTIFIED =
            """
            update outreach.part
            set state = 'staff_notified', vendor_id = :vendor, job = :job, notified_at = :now,
                reason = null
            where part_id = :id and state in ('creating', 'unknown')
            """;

    private final JdbcClient jdbc;

    PartRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A text for receivers of one of the staff; what waits already takes it in. */
    public long gather(
            long task, String staff, String digest, String body, int receivers, Instant due) {
        return jdbc.sql(GATHER)
                .param("task", task)
                .param("staff", staff)
                .param("digest", digest)
                .param("body", body)
                .param("count", receivers)
                .param("due", utc(due))
                .query(Long.class)
                .single();
    }

    public Optional<Part> find(long id) {
        return jdbc.sql(COLUMNS + "where p.part_id = :id")
                .param("id", id)
                .query(PartRows::read)
                .optional();
    }

    public List<Part> ofTask(long task) {
        return jdbc.sql(COLUMNS + "where p.task_id = :task order by p.staff, p.part_id")
                .param("task", task)
                .query(PartRows::read)
                .list();
    }

    /** Those that wait to be handed to staff. */
    public List<Part> toHand(Instant now, int limit) {
        return some(
                "where p.state = 'created' and p.due_at <= :now order by p.due_at, p.part_id",
                now,
                limit);
    }

    /** Those of which nobody knows whether they were made, when the call is that old. */
    public List<Part> unclear(Instant calledBefore, int limit) {
        return some(
                "where p.state = 'unknown' and p.called_at < :now order by p.called_at",
                calledBefore,
                limit);
    }

    /** Those staff may still send whose results were not pulled since. */
    public List<Part> toPull(Instant checkedBefore, int limit) {
        return some(
                """
                where p.state in ('staff_notified', 'partly_sent') and p.ended_at is null
                  and coalesce(p.checked_at, p.notified_at) <= :now
                order by coalesce(p.checked_at, p.notified_at), p.part_id
                """,
                checkedBefore,
                limit);
    }

    /** Those somebody asked to do something with. */
    public List<Part> wished(Instant now, int limit) {
        return some(
                """
                where p.wanted <> '' and p.state in ('created', 'staff_notified', 'partly_sent')
                  and p.ended_at is null
                order by p.part_id
                """,
                now,
                limit);
    }

    /** Takes one to call WeCom for; false when somebody else has. */
    public boolean begin(long id, Instant now) {
        return jdbc.sql(BEGIN).param("id", id).param("now", utc(now)).update() == 1;
    }

    /** Calls begun before then that nobody came back from; answers how many. */
    public int giveUpCreating(Instant before) {
        return jdbc.sql(
                        """
                        update outreach.part set state = 'unknown'
                        where state = 'creating' and called_at < :before
                        """)
                .param("before", utc(before))
                .update();
    }

    /** False when the number is another part's already. */
    public boolean notified(long id, @Nullable String vendorId, @Nullable String job, Instant now) {
        return jdbc.sql(NOTIFIED)
                        .param("id", id)
                        .param("vendor", vendorId)
                        .param("job", job)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    public boolean isTaken(String vendorId) {
        return jdbc.sql("select exists (select 1 from outreach.part where vendor_id = :vendor)")
                .param("vendor", vendorId)
                .query(Boolean.class)
                .single();
    }

    public void named(long id, String vendorId) {
        jdbc.sql("update outreach.part set vendor_id = :vendor where part_id = :id")
                .param("id", id)
                .param("vendor", vendorId)
                .update();
    }

    public void checked(long id, Instant now) {
        jdbc.sql("update outreach.part set checked_at = :now where part_id = :id")
                .param("id", id)
                .param("now", utc(now))
                .update();
    }

    public void move(
            long id,
            String state,
            @Nullable String reason,
            @Nullable Instant due,
            boolean ends,
            Instant now) {
        jdbc.sql(MOVE)
                .param("id", id)
                .param("state", state)
                .param("reason", reason)
                .param("due", due == null ? null : utc(due), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ends", ends)
                .param("now", utc(now))
                .update();
    }

    /** What somebody wants done with it; nothing when it has ended. */
    public boolean want(long id, String wish) {
        return jdbc.sql(
                                """
                                update outreach.part set wanted = :wish
                                where part_id = :id and ended_at is null
                                  and state in ('created', 'staff_notified', 'partly_sent')
                                """)
                        .param("id", id)
                        .param("wish", wish)
                        .update()
                == 1;
    }

    /** Counts a reminder that WeCom took. */
    public void reminded(long id) {
        jdbc.sql(
                        """
                        update outreach.part set reminders = reminders + 1, wanted = ''
                        where part_id = :id
                        """)
                .param("id", id)
                .update();
    }

    private List<Part> some(String where, Instant at, int limit) {
        return jdbc.sql(COLUMNS + where + " limit :limit")
                .param("now", utc(at))
                .param("limit", limit)
                .query(PartRows::read)
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Part read(ResultSet row, int number) throws SQLException {
        return new Part(
                row.getLong("part_id"),
                row.getLong("task_id"),
                row.getString("account"),
                Kind.of(row.getString("kind")),
                row.getString("staff"),
                row.getString("body"),
                row.getString("state"),
                row.getInt("receivers"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                instant(row, "called_at"),
                instant(row, "notified_at"),
                row.getString("job"),
                row.getString("vendor_id"),
                row.getString("reason"),
                row.getInt("reminders"),
                row.getString("wanted"));
    }
}
