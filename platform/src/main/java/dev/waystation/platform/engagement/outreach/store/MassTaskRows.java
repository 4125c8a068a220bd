package dev.waystation.platform.engagement.outreach.store;

import dev.waystation.platform.engagement.outreach.model.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks: one text of one source, by however many of the staff. */
@Repository
public class MassTaskRows {

    private static final String OPEN =
            """
            insert into outreach.task as t
              (account, kind, source, template, name, day, made_by, created_at)
            values (:account, :kind, :source, :template, :name, :day, :by, :now)
            on conflict on constraint task_gathered_once do update set name = t.name
            returning task_id
            """;

    private static final String LIST =
            """
            select t.task_id, t.account, t.kind, t.source, t.template, t.name, t.made_by,
                t.created_at,
                coalesce((select jsonb_object_agg(s.state, s.parts) from (
                    select state, count(*) as parts from outreach.part p
                    where p.task_id = t.task_id group by state) s), '{}') as states,
                (select count(*) from outreach.part p join outreach.line l on l.part_id = p.part_id
                 where p.task_id = t.task_id) as receivers,
                (select count(*) from outreach.part p join outreach.line l on l.part_id = p.part_id
                 where p.task_id = t.task_id and l.result = 'sent') as sent,
                (select count(*) from outreach.part p join outreach.line l on l.part_id = p.part_id
                 where p.task_id = t.task_id and l.result = 'waiting') as waiting
            from outreach.task t
            """;

    private final JdbcClient jdbc;

    MassTaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is to be said, who asked for it, and who made the task. */
    public record Wanted(
            String account, Kind kind, String source, String template, String name, String by) {}

    /**
     * A task with what came of it so far.
     *
     * @param statesJson parts by state
     */
    public record Row(
            long id,
            String account,
            Kind kind,
            String source,
            String template,
            String name,
            String by,
            Instant createdAt,
            String statesJson,
            long receivers,
            long sent,
            long waiting) {}

    /** The task of that day, made now if there is none. */
    public long open(Wanted wanted, LocalDate day, Instant now) {
        return jdbc.sql(OPEN)
                .param("account", wanted.account())
                .param("kind", wanted.kind().word())
                .param("source", wanted.source())
                .param("template", wanted.template())
                .param("name", wanted.name())
                .param("day", day)
                .param("by", wanted.by())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The day under which a source began; messages that waited over night are the same task. */
    public Optional<LocalDate> day(String account, String source) {
        return jdbc.sql(
                        """
                        select day from outreach.task
                        where account = :account and kind = 'customers' and source = :source
                        order by task_id limit 1
                        """)
                .param("account", account)
                .param("source", source)
                .query(LocalDate.class)
                .optional();
    }

    /** Refused by the table where it would be more than WeCom takes. */
    public void addGroups(long id, int groups) {
        jdbc.sql("update outreach.task set groups = groups + :groups where task_id = :id")
                .param("id", id)
                .param("groups", groups)
                .update();
    }

    public List<Row> page(long before, int limit) {
        return jdbc.sql(LIST + "where t.task_id < :before order by t.task_id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(MassTaskRows::read)
                .list();
    }

    public Optional<Row> find(long id) {
        return jdbc.sql(LIST + "where t.task_id = :id")
                .param("id", id)
                .query(MassTaskRows::read)
                .optional();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("task_id"),
                row.getString("account"),
                Kind.of(row.getString("kind")),
                row.getString("source"),
                row.getString("template"),
                row.getString("name"),
                row.getString("made_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("states"),
                row.getLong("receivers"),
                row.getLong("sent"),
                row.getLong("waiting"));
    }
}
