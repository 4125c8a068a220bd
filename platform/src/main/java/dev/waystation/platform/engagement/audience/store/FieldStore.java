package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.model.MemberField;
import dev.waystation.platform.engagement.audience.model.MemberField.Source;
import dev.waystation.platform.engagement.audience.model.TagChoice;
import dev.waystation.platform.foundation.edge.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The fields that operators defined. */
@Component
public class FieldStore {

    private static final String ALL =
            """
            select code, name_zh, name_en, kind, choices, class, sources, merge
            from audience.field order by code
            """;

    private static final String ADD =
            """
            insert into audience.field
              (code, name_zh, name_en, kind, choices, class, sources, merge, set_by, set_at)
            values (:code, :zh, :en, :kind, cast(:choices as jsonb), :class, :sources, :merge, :by, :at)
            on conflict do nothing
            """;

    private static final String CHANGE =
            """
            update audience.field
            set name_zh = :zh, name_en = :en, choices = cast(:choices as jsonb),
                sources = :sources, merge = :merge, set_by = :by, set_at = :at
            where code = :code and kind = :kind and class = :class
              and not exists (select from audience.field o
                              where o.name_zh = :zh and o.code <> :code)
            """;

    private static final List<String> REMOVE =
            List.of(
                    "delete from audience.field where code = :code",
                    "update audience.member_trait set extras = extras - :attribute"
                            + " where jsonb_exists(extras, :attribute)",
                    "update audience.own_trait set extras = extras - :attribute"
                            + " where jsonb_exists(extras, :attribute)");

    private final JdbcClient jdbc;
    private final Json json;

    FieldStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<MemberField> all() {
        return jdbc.sql(ALL).query(this::read).list();
    }

    public Optional<MemberField> find(String code) {
        return all().stream().filter(field -> field.code().equals(code)).findFirst();
    }

    /** Whether code and name are new. */
    public boolean add(MemberField field, String by, Instant at) {
        return write(ADD, field, by, at);
    }

    /** Whether it is there, as this kind and class, and the name is its own. */
    public boolean change(MemberField field, String by, Instant at) {
        boolean changed = write(CHANGE, field, by, at);
        jdbc.sql(TraitSql.MIRROR_FIELD).param("field", field.code()).update();
        return changed;
    }

    /** The field with all its values. */
    public void remove(MemberField field) {
        REMOVE.forEach(sql ->
                jdbc.sql(sql)
                        .param("code", field.code())
                        .param("attribute", field.attribute())
                        .update());
    }

    private boolean write(String sql, MemberField field, String by, Instant at) {
        return jdbc.sql(sql)
                        .param("code", field.code())
                        .param("zh", field.name().zh())
                        .param("en", field.name().en())
                        .param("kind", MemberField.word(field.kind()))
                        .param("choices", json.write(field.choices()))
                        .param("class", MemberField.word(field.guarded()))
                        .param(
                                "sources",
                                field.sources().stream()
                                        .map(MemberField::word)
                                        .toArray(String[]::new))
                        .param("merge", MemberField.word(field.merge()))
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private MemberField read(ResultSet row, int index) throws SQLException {
        return new MemberField(
                row.getString("code"),
                new Said(row.getString("name_zh"), row.getString("name_en")),
                MemberField.of(MemberField.Kind.class, "kind", row.getString("kind")),
                json.list(row.getString("choices"), TagChoice.class),
                MemberField.of(MemberField.Guarded.class, "class", row.getString("class")),
                Arrays.stream((String[]) row.getArray("sources").getArray())
                        .map(word -> MemberField.of(Source.class, "sources", word))
                        .toList(),
                MemberField.of(MemberField.Merge.class, "merge", row.getString("merge")));
    }
}
