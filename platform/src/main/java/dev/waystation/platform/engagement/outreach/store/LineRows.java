package dev.waystation.platform.engagement.outreach.store;

import dev.waystation.platform.engagement.outreach.model.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receivers of parts and what came of each. */
@Repository
public class LineRows {

    private static final String ADD =
            """
            insert into outreach.line (part_id, receiver, member_id, reference, reserved_on)
            select :part, n.receiver, n.member, null, :day
            from unnest(cast(:receivers as text[]), cast(:members as bigint[]))
              as n (receiver, member)
            """;

    private static final String SETTLE =
            """
            update outreach.line set result = :result, result_at = :at
            where part_id = :part and receiver = any(cast(:receivers as text[]))
              and result = 'waiting'
            returning *
            """;

    private static final String TALLIES =
            """
            select l.part_id, count(*) as every, count(*) filter (where l.result = 'sent') as sent,
                count(*) filter (where l.result = 'waiting') as waiting
            from outreach.line l join outreach.part p on p.part_id = l.part_id
            where p.task_id = :task group by l.part_id
            """;

    private static final String TALLY =
            """
            select count(*) as every, count(*) filter (where result = 'sent') as sent,
                count(*) filter (where result = 'waiting') as waiting
            from outreach.line where part_id = :part
            """;

    private final JdbcClient jdbc;

    LineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One receiver. */
    public record Line(
            String receiver,
            @Nullable Long memberId,
            @Nullable UUID reference,
            LocalDate reservedOn,
            String result,
            @Nullable Instant at) {}

    public boolean isKnown(UUID reference) {
        return jdbc.sql("select exists (select 1 from outreach.line where reference = :reference)")
                .param("reference", reference)
                .query(Boolean.class)
                .single();
    }

    public void add(
            long part, String receiver, long memberId, UUID reference, LocalDate reservedOn) {
        jdbc.sql(
                        """
                        insert into outreach.line
                          (part_id, receiver, member_id, reference, reserved_on)
                        values (:part, :receiver, :member, :reference, :day)
                        """)
                .param("part", part)
                .param("receiver", receiver)
                .param("member", memberId)
                .param("reference", reference)
                .param("day", reservedOn)
                .update();
    }

    /** Many that no message stands behind. */
    public void addAll(
            long part, List<String> receivers, @Nullable Long[] members, LocalDate reservedOn) {
        jdbc.sql(ADD)
                .param("part", part)
                .param("receivers", receivers.toArray(String[]::new))
                .param("members", members)
                .param("day", reservedOn)
                .update();
    }

    public List<Line> of(long part) {
        return jdbc.sql("select * from outreach.line where part_id = :part order by receiver")
                .param("part", part)
                .query(LineRows::read)
                .list();
    }

    /** A page of a task, behind one of them. */
    public List<Line> page(long part, String after, int limit) {
        return jdbc.sql(
                        """
                        select * from outreach.line
                        where part_id = :part and receiver > :after
                        order by receiver limit :limit
                        """)
                .param("part", part)
                .param("after", after)
                .param("limit", limit)
                .query(LineRows::read)
                .list();
    }

    public Set<String> receivers(long part) {
        return Set.copyOf(
                jdbc.sql("select receiver from outreach.line where part_id = :part")
                        .param("part", part)
                        .query((row, _) -> row.getString(1))
                        .list());
    }

    /** Those of the receivers that waited until now, with what came of them. */
    public List<Line> settle(long part, Collection<String> receivers, String result, Instant at) {
        return jdbc.sql(SETTLE)
                .param("part", part)
                .param("receivers", receivers.toArray(String[]::new))
                .param("result", result)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(LineRows::read)
                .list();
    }

    public Tally tally(long part) {
        return jdbc.sql(TALLY)
                .param("part", part)
                .query((row, _) ->
                        new Tally(row.getInt("every"), row.getInt("sent"), row.getInt("waiting")))
                .single();
    }

    /** What came of every part of a task. */
    public Map<Long, Tally> tallies(long task) {
        Map<Long, Tally> found = new HashMap<>();
        jdbc.sql(TALLIES)
                .param("task", task)
                .query(row -> {
                    found.put(
                            row.getLong("part_id"),
                            new Tally(
                                    row.getInt("every"),
                                    row.getInt("sent"),
                                    row.getInt("waiting")));
                });
        return found;
    }

    /** Texts that were written for this member alone go with the member. */
    public int forgetText(long memberId) {
        return jdbc.sql(
                        """
                        update outreach.part p set body = ''
                        where p.receivers = 1 and exists (select 1 from outreach.line l
                            where l.part_id = p.part_id and l.member_id = :member)
                        """)
                .param("member", memberId)
                .update();
    }

    private static Line read(ResultSet row, int number) throws SQLException {
        OffsetDateTime at = row.getObject("result_at", OffsetDateTime.class);
        return new Line(
                row.getString("receiver"),
                row.getObject("member_id", Long.class),
                row.getObject("reference", UUID.class),
                row.getObject("reserved_on", LocalDate.class),
                row.getString("result"),
                Optional.ofNullable(at).map(OffsetDateTime::toInstant).orElse(null));
    }
}
