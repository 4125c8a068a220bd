package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.model.TagChoice;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The groups tags are shown in. */
@Repository
public class TagGroupRows {

    private static final String ADD =
            "insert into audience.tag_group (code, name_zh, name_en) values (:code, :zh, :en)"
                    + " on conflict do nothing";

    private final JdbcClient jdbc;

    TagGroupRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their codes. */
    public List<TagChoice> all() {
        return jdbc.sql("select code, name_zh, name_en from audience.tag_group order by code")
                .query((row, _) ->
                        new TagChoice(
                                row.getString("code"),
                                new Said(row.getString("name_zh"), row.getString("name_en"))))
                .list();
    }

    /** Whether the group is new. */
    public boolean add(TagChoice group) {
        return jdbc.sql(ADD)
                        .param("code", group.code())
                        .param("zh", group.label().zh())
                        .param("en", group.label().en())
                        .update()
                == 1;
    }
}
