package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.MemberTag;
import dev.waystation.platform.engagement.audience.model.Definition;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tags, and who carries them. */
@Component
public class TagStore {

    private static final String DEFINITIONS =
            """
            select code, name_zh, name_en, condition from audience.tag order by code
            """;

    private static final String DEFINE =
            """
            insert into audience.tag (code, name_zh, name_en, condition)
            values (:code, :zh, :en, cast(:condition as jsonb))
            on conflict (code) do nothing
            """;

    private static final String ADD =
            """
            insert into audience.member_tag (member_id, tag, added_at, cause, explanation)
            values (:member, :tag, :at, :cause, cast(:explanation as jsonb))
            on conflict (member_id, tag) do nothing
            """;

    private static final String REMOVE =
            """
            delete from audience.member_tag where member_id = :member and tag = :tag
            """;

    private static final String OF_MEMBER =
            """
            select m.tag, t.name_zh, t.name_en, m.added_at, m.explanation
            from audience.member_tag m
            join audience.tag t on t.code = m.tag
            where m.member_id = :member
            order by m.added_at desc, m.tag
            """;

    private static final String COUNTS =
            """
            select tag, count(*) as members from audience.member_tag group by tag
            """;

    private static final String EXPLANATION =
            """
            select explanation from audience.member_tag where member_id = :member and tag = :tag
            """;

    private final JdbcClient jdbc;
    private final Json json;

    TagStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<Definition<String>> definitions() {
        return jdbc.sql(DEFINITIONS)
                .query((row, index) ->
                        new Definition<>(
                                row.getString("code"),
                                new Said(row.getString("name_zh"), row.getString("name_en")),
                                json.object(row.getString("condition"))))
                .list();
    }

    public void define(Definition<String> tag) {
        jdbc.sql(DEFINE)
                .param("code", tag.key())
                .param("zh", tag.name().zh())
                .param("en", tag.name().en())
                .param("condition", json.write(tag.condition()))
                .update();
    }

    public void add(long memberId, String tag, String cause, Instant at, Explanation why) {
        jdbc.sql(ADD)
                .param("member", memberId)
                .param("tag", tag)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("cause", cause)
                .param("explanation", json.write(why))
                .update();
    }

    public void remove(long memberId, String tag) {
        jdbc.sql(REMOVE).param("member", memberId).param("tag", tag).update();
    }

    public List<MemberTag> ofMember(long memberId) {
        return jdbc.sql(OF_MEMBER)
                .param("member", memberId)
                .query((row, index) ->
                        new MemberTag(
                                row.getString("tag"),
                                new Said(row.getString("name_zh"), row.getString("name_en")),
                                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                                json.explanation(row.getString("explanation"))
                                        .orElse(Json.SET_IN_BULK)))
                .list();
    }

    /** How many members carry each tag. */
    public Map<String, Long> counts() {
        return jdbc
                .sql(COUNTS)
                .query((row, index) -> Map.entry(row.getString("tag"), row.getLong("members")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Optional<Explanation> explanation(long memberId, String tag) {
        return jdbc.sql(EXPLANATION)
                .param("member", memberId)
                .param("tag", tag)
                .query((row, index) -> json.explanation(row.getString("explanation")))
                .optional()
                .map(found -> found.orElse(Json.SET_IN_BULK));
    }
}
