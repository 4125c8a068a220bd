package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.engagement.audience.AttributeUse;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Segments, drafts among them, and tags whose rules ask for an attribute. */
@Component
class RuleUses implements AttributeUse {

    private static final String SEGMENTS =
            """
            select s.id, s.name_zh, s.name_en from audience.segment s
            where strpos(cast(s.condition as text), :key) > 0 order by s.id
            """;

    private static final String TAGS =
            """
            select t.code, t.name_zh, t.name_en from audience.tag t
            where strpos(cast(t.condition as text), :key) > 0 order by t.code
            """;

    private final JdbcClient jdbc;

    RuleUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Place> of(String attribute) {
        String key = "\"" + attribute + "\"";
        List<Place> places = new ArrayList<>();
        places.addAll(
                jdbc.sql(SEGMENTS)
                        .param("key", key)
                        .query((row, _) ->
                                new Place(
                                        "segment",
                                        PublicId.encode("seg", row.getLong(1)),
                                        new Said(row.getString(2), row.getString(3))))
                        .list());
        places.addAll(
                jdbc.sql(TAGS)
                        .param("key", key)
                        .query((row, _) ->
                                new Place(
                                        "tag",
                                        row.getString(1),
                                        new Said(row.getString(2), row.getString(3))))
                        .list());
        return places;
    }
}
