package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.model.TagKind;
import dev.waystation.platform.engagement.audience.model.TagStretch;
import dev.waystation.platform.foundation.edge.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What set and what ended each tag of a member, and the rules a tag has had. */
@Component
public class TagHistory {

    /** A rule as it was set. */
    public record RuleVersion(
            int version, Map<String, Object> condition, String by, String reason, Instant at) {}

    private static final String OF_MEMBER =
            """
            select h.tag, t.name_zh, t.name_en, h.added_at, h.added_cause, h.added_rule_version,
                h.removed_at, h.removed_cause, h.removed_rule_version, cast(h.value as text) as value, t.kind
            from (select tag, added_at, cause as added_cause, rule_version as added_rule_version,
                    cast(null as timestamptz) as removed_at, cast(null as text) as removed_cause,
                    cast(null as int) as removed_rule_version, value
                  from audience.member_tag where member_id = :member
                  union all
                  select tag, added_at, added_cause, added_rule_version,
                    removed_at, removed_cause, removed_rule_version, value
                  from audience.tag_past where member_id = :member) h
            join audience.tag t on t.code = h.tag
            order by coalesce(h.removed_at, h.added_at) desc, h.added_at desc, h.tag
            limit :limit
            """;

    private static final String KEEP_RULE =
            """
            insert into audience.tag_rule (tag, version, condition, set_by, reason, set_at)
            select code, version, condition, :by, :reason, :at from audience.tag where code = :code
            """;

    private static final String RULES =
            """
            select version, condition, set_by, reason, set_at from audience.tag_rule
            where tag = :code order by version desc
            """;

    private final JdbcClient jdbc;
    private final Json json;

    TagHistory(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The latest change first. */
    public List<TagStretch> ofMember(long memberId, int limit) {
        return jdbc.sql(OF_MEMBER)
                .param("member", memberId)
                .param("limit", limit)
                .query(this::stretch)
                .list();
    }

    /** Remembers the rule now in force, with who set it and what for. */
    public void keepRule(String code, String by, String reason, Instant at) {
        jdbc.sql(KEEP_RULE)
                .param("code", code)
                .param("by", by)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest first; a ready tag nobody changed has none. */
    public List<RuleVersion> rules(String code) {
        return jdbc.sql(RULES)
                .param("code", code)
                .query((row, _) ->
                        new RuleVersion(
                                row.getInt("version"),
                                json.object(row.getString("condition")),
                                row.getString("set_by"),
                                row.getString("reason"),
                                row.getObject("set_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private TagStretch stretch(ResultSet row, int index) throws SQLException {
        OffsetDateTime ended = row.getObject("removed_at", OffsetDateTime.class);
        String value = row.getString("value");
        TagKind kind = TagKind.of(row.getString("kind"));
        return new TagStretch(
                row.getString("tag"),
                new Said(row.getString("name_zh"), row.getString("name_en")),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_cause"),
                row.getObject("added_rule_version", Integer.class),
                value == null ? null : Said.same(kind.say(json.value(value))),
                ended == null ? null : ended.toInstant(),
                row.getString("removed_cause"),
                row.getObject("removed_rule_version", Integer.class));
    }
}
