package dev.waystation.platform.engagement.audience.store;

import dev.waystation.condition.Attribute;
import dev.waystation.platform.engagement.audience.MemberTag;
import dev.waystation.platform.engagement.audience.ModelTags;
import dev.waystation.platform.engagement.audience.model.Definition;
import dev.waystation.platform.engagement.audience.model.TagChoice;
import dev.waystation.platform.engagement.audience.model.TagKind;
import dev.waystation.platform.engagement.audience.model.Told;
import dev.waystation.platform.engagement.audience.model.Vocabulary;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tags, and who carries them. */
@Component
public class TagStore {

    private static final String COLUMNS =
            "select code, name_zh, name_en, condition, tag_group, kind, choices from audience.tag ";

    private static final String DEFINITIONS = COLUMNS + "order by code";

    private static final String FIND = COLUMNS + "where code = any (:codes)";

    private static final String DEFINE =
            """
            insert into audience.tag
              (code, name_zh, name_en, condition, tag_group, kind, choices)
            values (:code, :zh, :en, cast(:condition as jsonb), :group, :kind,
                cast(:choices as jsonb))
            on conflict (code) do nothing
            """;

    private static final String ADD =
            """
            insert into audience.member_tag
              (member_id, tag, added_at, cause, explanation, value, rule_version)
            values (:member, :tag, :at, :cause, cast(:explanation as jsonb),
                cast(:value as jsonb),
                (select version from audience.tag where code = :tag and condition is not null))
            on conflict (member_id, tag) do nothing
            """;

    private static final String REMOVE =
            """
            with gone as (
                delete from audience.member_tag where member_id = :member and tag = :tag
                returning member_id, tag, added_at, cause, value, rule_version)
            insert into audience.tag_past
              (member_id, tag, added_at, added_cause, value, added_rule_version,
               removed_at, removed_cause, removed_rule_version)
            select g.member_id, g.tag, g.added_at, g.cause, g.value, g.rule_version, :at, :cause,
                (select version from audience.tag where code = :tag and condition is not null)
            from gone g
            """;

    private static final String VALUE =
            """
            select cast(value as text) from audience.member_tag
            where member_id = :member and tag = :tag and value is not null
            """;

    private static final String SET_RULE =
            """
            update audience.tag set condition = cast(:condition as jsonb), version = version + 1
            where code = :code
            """;

    private static final String OF_MEMBER =
            """
            select m.tag, t.name_zh, t.name_en, m.added_at, m.explanation, t.kind, t.choices,
                m.value
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
     * @param choices the words a list lets one choose from
     */
    public record Tag(
            String code,
            Said name,
            String group,
            @Nullable Map<String, Object> condition,
            TagKind kind,
            List<TagChoice> choices) {

        public Tag {
            choices = List.copyOf(choices);
        }

        /** A tag one has or has not. */
        public Tag(String code, Said name, String group, @Nullable Map<String, Object> condition) {
            this(code, name, group, condition, TagKind.FLAG, List.of());
        }

        /** Whether people and journeys may set it. */
        public boolean isSetByHand() {
            return condition == null && !group.equals(ModelTags.GROUP);
        }

        /** The choices in the shape of the catalogue. */
        public List<Attribute.Value> values() {
            return choices.stream()
                    .map(each ->
                            Vocabulary.value(each.code(), each.label().zh(), each.label().en()))
                    .toList();
        }
    }

    /** All tags, those set by hand too. */
    public List<Tag> all() {
        return jdbc.sql(DEFINITIONS).query(this::read).list();
    }

    public Optional<Tag> find(String code) {
        return find(List.of(code)).stream().findFirst();
    }

    /** Those of the tags that exist. */
    public List<Tag> find(Collection<String> codes) {
        return jdbc.sql(FIND).param("codes", codes.toArray(String[]::new)).query(this::read).list();
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
                        .param("kind", tag.kind().word())
                        .param("choices", json.write(tag.choices()))
                        .update()
                == 1;
    }

    private Tag read(ResultSet row, int index) throws SQLException {
        String condition = row.getString("condition");
        return new Tag(
                row.getString("code"),
                new Said(row.getString("name_zh"), row.getString("name_en")),
                row.getString("tag_group"),
                condition == null ? null : json.object(condition),
                TagKind.of(row.getString("kind")),
                json.list(row.getString("choices"), TagChoice.class));
    }

    /** Whether the member did not carry it before. */
    public boolean add(long memberId, String tag, String cause, Instant at, Explanation why) {
        return add(memberId, tag, null, cause, at, why);
    }

    /** The same with the value that it carries. */
    public boolean add(
            long memberId,
            String tag,
            @Nullable Object value,
            String cause,
            Instant at,
            Explanation why) {
        return jdbc.sql(ADD)
                        .param("member", memberId)
                        .param("tag", tag)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("cause", cause)
                        .param("explanation", json.write(why))
                        .param("value", value == null ? null : json.write(value))
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
                                null,
                                said(row)))
                .list();
    }

    /** What a member's tag carries, stored as conditions compare it; null where it carries none. */
    public @Nullable Object value(long memberId, String tag) {
        return jdbc.sql(VALUE)
                .param("member", memberId)
                .param("tag", tag)
                .query((row, _) -> row.getString(1))
                .optional()
                .map(json::value)
                .orElse(null);
    }

    /** Members who carry it, after a number. */
    public List<Long> carriers(String tag, long after, int limit) {
        return jdbc.sql(
                        "select member_id from audience.member_tag where tag = :tag"
                                + " and member_id > :after order by member_id limit :limit")
                .param("tag", tag)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private @Nullable Said said(ResultSet row) throws SQLException {
        String stored = row.getString("value");
        TagKind kind = TagKind.of(row.getString("kind"));
        if (stored == null) {
            return null;
        }
        Object value = json.value(stored);
        return json.list(row.getString("choices"), TagChoice.class).stream()
                .filter(choice -> choice.code().equals(value))
                .map(TagChoice::label)
                .findFirst()
                .orElseGet(() -> Said.same(kind.say(value)));
    }
}
