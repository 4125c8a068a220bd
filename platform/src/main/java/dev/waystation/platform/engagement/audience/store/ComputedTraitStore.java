package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.model.ComputedTrait;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The traits that operators defined. */
@Component
public class ComputedTraitStore {

    private static final String ADD =
            """
            insert into audience.computed_trait (code, name_zh, name_en, definition, set_by, set_at)
            values (:code, :zh, :en, cast(:definition as jsonb), :by, :at)
            on conflict do nothing
            """;

    private static final String CHANGE =
            """
            update audience.computed_trait t
            set name_zh = :zh, name_en = :en, definition = cast(:definition as jsonb),
                set_by = :by, set_at = :at
            where code = :code
              and not exists (select from audience.computed_trait o
                              where o.name_zh = :zh and o.code <> :code)
            """;

    private final JdbcClient jdbc;
    private final Json json;

    ComputedTraitStore(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public List<ComputedTrait> all() {
        return jdbc.sql("select definition from audience.computed_trait order by code")
                .query((row, _) -> json.read(row.getString(1), ComputedTrait.class))
                .list();
    }

    /** Whether code and name are new. */
    public boolean add(ComputedTrait trait, String by, Instant at) {
        return write(ADD, trait, by, at);
    }

    /** Whether it is there and the name is its own. */
    public boolean change(ComputedTrait trait, String by, Instant at) {
        return write(CHANGE, trait, by, at);
    }

    public void remove(String code) {
        jdbc.sql("delete from audience.computed_trait where code = :code")
                .param("code", code)
                .update();
    }

    private boolean write(String sql, ComputedTrait trait, String by, Instant at) {
        return jdbc.sql(sql)
                        .param("code", trait.code())
                        .param("zh", trait.name().zh())
                        .param("en", trait.name().en())
                        .param("definition", json.write(trait))
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
