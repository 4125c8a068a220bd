package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.MemberTag;
import dev.waystation.platform.engagement.audience.model.Definition;
import dev.waystation.platform.engagement.audience.model.Told;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tags, and who carries them. */
@Component
public class TagStore {

    private static final String DEFINITIONS =
            """
            select code, name_zh, name_en, condition, tag_group from audience.tag order by code
            """;

    private static final String FIND =
            """
            select code, name_zh, name_en, condition, tag_group from audience.tag where code = :code
            """;

    private static final String DEFINE =
            """
            insert into audience.tag (code, name_zh, name_en, condition, tag_group)
            values (:code, :zh, :en, cast(:condition as jsonb), :group)
            on conflict (code) do nothing
            """;

    private static final String ADD =
            """
            insert into audience.member_tag
              (member_id, tag, added_at, cause, explanation, rule_version)
            values (:member, :tag, :at, :cause, cast(:explanation as jsonb),
                (select version from audience.tag where code = :tag and condition is not null))
            on conflict (member_id, tag) do nothing
            """;

    private static final String REMOVE =
            """
            with gone as (
                delete from audience.member_tag where member_id = :member and tag = :tag
                returning member_id, tag, added_at, cause, rule_version)
            insert into audience.tag_past
              (member_id, tag, added_at, added_cause, added_rule_version,
               removed_at, removed_cause, removed_rule_version)
            select g.member_id, g.tag, g.added_at, g.cause, g.rule_version, :at, :cause,
                (select version from audience.tag where code = :tag and condition is not null)
            from gone g
            """;

    private static final String SET_RULE =
            """
            update audience.tag set condition = cast(:condition as jsonb), version = version + 1
            where code = :code
            """;

    private static final String OF_MEMBER =
            """
            select m.tag, t.name_zh, t.name_en, m.added_at, m.explanation
            from audience.member_tag m
            join audience.tag t on t.code = m.tag
            where m.member_id = :member
            order by m.added_at desc, m.tag
            """;

    private final JdbcClient jdbc;
    private final Json json;

    TagStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A tag as it is defined.
     *
     * @param condition its rule; null for one set by hand
     */
    public record Tag(
            String code, Said name, String group, @Nullable Map<String, Object> condition) {}

    /** All tags, those set by hand too. */
    public List<Tag> all() {
        return jdbc.sql(DEFINITIONS).query(this::read).list();
    }

    public Optional<Tag> find(String code) {
        return jdbc.sql(FIND).param("code", code).query(this::read).optional();
    }

    /** The tags that follow a rule. */
    public List<Definition<String>> definitions() {
        List<Definition<String>> rules = new ArrayList<>();
        for (Tag tag : all()) {
            Map<String, Object> condition = tag.condition();
            if (condition != null) {
                rules.add(new Definition<>(tag.code(), tag.name(), condition));
            }
        }
        return rules;
    }

    /** Whether it is new; one that is there stays as it is. */
    public boolean define(Tag tag) {
        Map<String, Object> condition = tag.condition();
        return jdbc.sql(DEFINE)
                        .param("code", tag.code())
                        .param("zh", tag.name().zh())
                        .param("en", tag.name().en())
                        .param("condition", condition == null ? null : json.write(condition))
                        .param("group", tag.group())
                        .update()
                == 1;
    }

    private Tag read(ResultSet row, int index) throws SQLException {
        String condition = row.getString("condition");
        return new Tag(
                row.getString("code"),
                new Said(row.getString("name_zh"), row.getString("name_en")),
                row.getString("tag_group"),
                condition == null ? null : json.object(condition));
    }

    /** Whether the member did not carry it before. */
    public boolean add(long memberId, String tag, String cause, Instant at, Explanation why) {
        return jdbc.sql(ADD)
                        .param("member", memberId)
                        .param("tag", tag)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("cause", cause)
                        .param("explanation", json.write(why))
                        .update()
                == 1;
    }

    /** Whether the member carried it. */
    public boolean remove(long memberId, String tag, String cause, Instant at) {
        return jdbc.sql(REMOVE)
                        .param("member", memberId)
                        .param("tag", tag)
                        .param("cause", cause)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Puts another rule in force, as the next version. */
    public void setRule(String code, Map<String, Object> condition) {
        jdbc.sql(SET_RULE).param("code", code).param("condition", json.write(condition)).update();
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
                                        .orElse(Told.SET_IN_BULK),
                                null))
                .list();
    }
}
