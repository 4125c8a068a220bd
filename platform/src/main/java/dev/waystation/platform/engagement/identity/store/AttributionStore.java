package dev.waystation.platform.engagement.identity.store;

import dev.waystation.platform.engagement.events.TakenEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose each event is: the person it named, never rewritten when persons join. */
@Component
public class AttributionStore {

    /** An event is a person's, and now a member's. */
    public record Row(TakenEvent.Key key, long personId, @Nullable Long memberId) {}

    private static final String ADD =
            """
            insert into identity.attribution
                (person_id, home_day, source_id, message_id, batch, member_id)
            select g.person, g.day, g.source, g.message, g.batch, g.member
            from unnest(cast(:people as bigint[]), cast(:days as date[]), cast(:sources as int[]),
                cast(:messages as text[]), cast(:batches as bigint[]), cast(:members as bigint[]))
                as g (person, day, source, message, batch, member)
            on conflict do nothing
            """;

    private static final String OF_BATCHES =
            """
            select home_day, source_id, message_id, batch, member_id
            from identity.attribution
            where batch = any(:batches) and member_id is not null
            """;

    private static final String DONE_BY =
            """
            with recursive same as (
                select id from identity.person where %s
                union
                select p.id from identity.person p join same s on p.into_id = s.id)
            select a.home_day, a.source_id, a.message_id
            from same s join identity.attribution a on a.person_id = s.id
            order by 1, 2, 3
            """;

    private static final String DONE_BY_PERSON = DONE_BY.formatted("id = :id");
    private static final String DONE_BY_MEMBER = DONE_BY.formatted("member_id = :id");

    private final JdbcClient jdbc;

    AttributionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows by the number of their commit. */
    public void add(Map<Long, List<Row>> commits) {
        List<Row> rows = commits.values().stream().flatMap(List::stream).toList();
        jdbc.sql(ADD)
                .param(
                        "batches",
                        commits.entrySet().stream()
                                .flatMap(commit ->
                                        commit.getValue().stream().map(_ -> commit.getKey()))
                                .toArray(Long[]::new))
                .param("people", rows.stream().map(Row::personId).toArray(Long[]::new))
                .param(
                        "days",
                        rows.stream()
                                .map(row -> row.key().homeDay().toString())
                                .toArray(String[]::new))
                .param(
                        "sources",
                        rows.stream().map(row -> row.key().sourceId()).toArray(Integer[]::new))
                .param(
                        "messages",
                        rows.stream().map(row -> row.key().messageId()).toArray(String[]::new))
                .param("members", rows.stream().map(Row::memberId).toArray(Long[]::new))
                .update();
    }

    /** The commit an event came with, and the member who did it. */
    public record Done(long batch, long memberId) {}

    /** Whose the events of these commits are, as far as they are members'. */
    public Map<TakenEvent.Key, Done> ofBatches(List<Long> batches) {
        Map<TakenEvent.Key, Done> members = new HashMap<>();
        jdbc.sql(OF_BATCHES)
                .param("batches", batches.toArray(Long[]::new))
                .query((row, _) ->
                        members.put(
                                key(row), new Done(row.getLong("batch"), row.getLong("member_id"))))
                .list();
        return members;
    }

    public List<TakenEvent.Key> doneBy(long personId) {
        return jdbc.sql(DONE_BY_PERSON).param("id", personId).query((row, _) -> key(row)).list();
    }

    public List<TakenEvent.Key> doneByMember(long memberId) {
        return jdbc.sql(DONE_BY_MEMBER).param("id", memberId).query((row, _) -> key(row)).list();
    }

    private static TakenEvent.Key key(ResultSet row) throws SQLException {
        return new TakenEvent.Key(
                row.getObject("home_day", LocalDate.class),
                row.getInt("source_id"),
                row.getString("message_id"));
    }
}
