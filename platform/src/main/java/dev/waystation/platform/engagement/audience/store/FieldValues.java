package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.model.MemberField;
import dev.waystation.platform.engagement.audience.model.MemberField.Source;
import dev.waystation.platform.foundation.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each source says of each member; sensitive values sealed with the member's own key. */
@Component
public class FieldValues {

    private static final String PUT =
            """
            insert into audience.field_value as v
              (member_id, field, source, value, sealed, given_at, given_by)
            select cast(:member as bigint), :field, :source, cast(:value as jsonb),
                cast(:sealed as bytea), cast(:at as timestamptz), :by
            on conflict (member_id, field, source) do update
            set value = excluded.value, sealed = excluded.sealed, given_at = excluded.given_at,
                given_by = excluded.given_by
            where excluded.given_at >= v.given_at
            """;

    private static final String TAKE =
            """
            delete from audience.field_value
            where member_id = :member and field = :field and source = :source
            """;

    private static final String GIVEN_BY =
            """
            delete from audience.field_value
            where member_id = :member and given_by = any(:references)
            """;

    /** Of all members who are one person, the one asked for among them. */
    private static final String OF =
            """
            select v.member_id, v.field, v.source, v.value,
                encode(v.sealed, 'hex') as sealed, v.given_at, v.given_by
            from audience.field_value v join audience.field f on f.code = v.field
            where v.member_id = :member or v.member_id in (
                select o.member_id from audience.own_trait o
                where o.into_id = (select i.into_id from audience.own_trait i
                                   where i.member_id = :member))
            order by v.field, array_position(f.sources, v.source) nulls last, v.member_id
            """;

    private static final String COUNTED =
            """
            select field, count(distinct member_id) as known from audience.field_value
            group by field
            """;

    /** One source's word on one member. */
    public record Row(
            long memberId,
            String field,
            Source source,
            Object value,
            @Nullable String sealed,
            Instant givenAt,
            String givenBy) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final Vault vault;

    FieldValues(JdbcClient jdbc, Json json, Vault vault) {
        this.jdbc = jdbc;
        this.json = json;
        this.vault = vault;
    }

    /** Whether it is in force as what the source says; a newer word of the same source stays. */
    public boolean put(
            long memberId, MemberField field, Source source, Object value, Instant at, String by) {
        if (forgotten(memberId)) {
            return false; // sealing would make a key for somebody whose key was destroyed
        }
        return jdbc.sql(PUT)
                        .param("member", memberId)
                        .param("field", field.code())
                        .param("source", MemberField.word(source))
                        .param("value", json.write(field.isSealed() ? true : value))
                        .param(
                                "sealed",
                                field.isSealed() ? vault.seal(memberId, field.say(value)) : null)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Whether the source had said anything. */
    public boolean take(long memberId, MemberField field, Source source) {
        return jdbc.sql(TAKE)
                        .param("member", memberId)
                        .param("field", field.code())
                        .param("source", MemberField.word(source))
                        .update()
                == 1;
    }

    /** Takes back what messages gave that were somebody else's. */
    public void takeBack(long memberId, List<String> references) {
        jdbc.sql(GIVEN_BY)
                .param("member", memberId)
                .param("references", references.toArray(String[]::new))
                .update();
    }

    /** Everything said of the person, the strongest source of a field first. */
    public List<Row> of(long memberId) {
        return jdbc.sql(OF).param("member", memberId).query(this::read).list();
    }

    /** What the person's condition words are worked out of. */
    public void mirror(long memberId) {
        jdbc.sql(TraitSql.MIRROR_VALUES).param("member", memberId).update();
    }

    /** How many members have a value, by field. */
    public Map<String, Long> counted() {
        Map<String, Long> counted = new HashMap<>();
        jdbc.sql(COUNTED)
                .query(row -> {
                    counted.put(row.getString("field"), row.getLong("known"));
                });
        return counted;
    }

    /** The value in clear. */
    public String open(Row row, MemberField field) {
        String sealed = row.sealed();
        return sealed == null
                ? field.say(row.value())
                : vault.open(row.memberId(), HexFormat.of().parseHex(sealed));
    }

    /** What a source says of exactly this member. */
    public Optional<Row> said(long memberId, String field, Source source) {
        return of(memberId).stream()
                .filter(row ->
                        row.memberId() == memberId
                                && row.field().equals(field)
                                && row.source() == source)
                .findFirst();
    }

    private boolean forgotten(long memberId) {
        return jdbc.sql("select exists (select from audience.forgotten where member_id = :member)")
                .param("member", memberId)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private Row read(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getLong("member_id"),
                row.getString("field"),
                MemberField.of(Source.class, "source", row.getString("source")),
                json.value(row.getString("value")),
                row.getString("sealed"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getString("given_by"));
    }
}
