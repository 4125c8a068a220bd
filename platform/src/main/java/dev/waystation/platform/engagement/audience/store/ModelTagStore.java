package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.ModelTags.Verdict;
import dev.waystation.platform.foundation.edge.Explanation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes one tag of many members by sets of rows. */
@Repository
public class ModelTagStore {

    /** A member with the word of the tag and its reasons, as the statements read it. */
    private record Row(long member, String word, Explanation why) {}

    /** Who carries the tag anew, and who no longer or with another word. */
    public record Moved(Set<Long> added, Set<Long> ended) {}

    private static final String SAID =
            """
            with said as (
                select member, to_jsonb(word) as value, why
                from jsonb_to_recordset(cast(:rows as jsonb))
                    as r (member bigint, word text, why jsonb))
            """;

    private static final String END =
            SAID
                    + """
                    , gone as (
                        delete from audience.member_tag m
                        where m.tag = :tag and m.member_id > :after and m.member_id <= :upTo
                          and not exists (select from said s
                                          where s.member = m.member_id and s.value = m.value)
                        returning m.member_id, m.tag, m.added_at, m.cause, m.value)
                    insert into audience.tag_past
                      (member_id, tag, added_at, added_cause, value, removed_at, removed_cause)
                    select member_id, tag, added_at, cause, value, :at, :by from gone
                    returning member_id
                    """;

    private static final String RENEW =
            SAID
                    + """
                    update audience.member_tag m set explanation = s.why from said s
                    where m.tag = :tag and m.member_id = s.member
                    """;

    private static final String ADD =
            SAID
                    + """
                    insert into audience.member_tag
                      (member_id, tag, added_at, cause, explanation, value)
                    select member, :tag, :at, :by, why, value from said
                    on conflict (member_id, tag) do nothing
                    returning member_id
                    """;

    private final JdbcClient jdbc;
    private final Json json;

    ModelTagStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All members in the range are as the verdicts say. */
    public Moved put(
            String tag, String by, long after, long upTo, List<Verdict> verdicts, Instant at) {
        String rows =
                json.write(
                        verdicts.stream()
                                .map(each -> new Row(each.memberId(), each.word(), each.why()))
                                .toList());
        Set<Long> ended =
                members(
                        asked(END, rows, tag)
                                .param("after", after)
                                .param("upTo", upTo)
                                .param("by", by)
                                .param("at", at.atOffset(ZoneOffset.UTC)));
        asked(RENEW, rows, tag).update();
        Set<Long> added =
                members(
                        asked(ADD, rows, tag)
                                .param("by", by)
                                .param("at", at.atOffset(ZoneOffset.UTC)));
        mirror(tag, added, ended);
        return new Moved(added, ended);
    }

    private void mirror(String tag, Set<Long> added, Set<Long> ended) {
        Set<Long> moved = new HashSet<>(added);
        moved.addAll(ended);
        for (String table : List.of("audience.member_trait", "audience.own_trait")) {
            jdbc.sql(mirror(table))
                    .param("tag", tag)
                    .param("added", array(added))
                    .param("moved", array(moved))
                    .update();
        }
        jdbc.sql(TraitSql.MIRROR_MANY).param("moved", array(moved)).update();
    }

    private static String mirror(String table) {
        return """
        update %s set tags = array_remove(tags, cast(:tag as text))
            || case when member_id = any(:added) then array[cast(:tag as text)]
                    else cast('{}' as text[]) end
        where member_id = any(:moved)
        """
                .formatted(table);
    }

    private JdbcClient.StatementSpec asked(String sql, String rows, String tag) {
        return jdbc.sql(sql).param("rows", rows).param("tag", tag);
    }

    private static Set<Long> members(JdbcClient.StatementSpec statement) {
        return new HashSet<>(statement.query((row, _) -> row.getLong(1)).list());
    }

    private static Long[] array(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
