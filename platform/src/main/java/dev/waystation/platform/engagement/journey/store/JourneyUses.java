package dev.waystation.platform.engagement.journey.store;

import dev.waystation.platform.engagement.audience.AttributeUse;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Journeys that ask for an attribute: in what the canvas holds, or where members still stand. */
@Component
class JourneyUses implements AttributeUse {

    private static final String FIND =
            """
            select d.journey_id, d.name_zh, d.name_en from journey.definition d
            where strpos(cast(d.draft as text), :key) > 0
               or exists (select from journey.version v
                          where v.journey_id = d.journey_id
                            and strpos(cast(v.content as text), :key) > 0
                            and (v.version = d.version or exists (
                                select from journey.enrolment e
                                where e.journey_id = v.journey_id and e.version = v.version
                                  and e.ended_at is null)))
            order by d.journey_id
            """;

    private final JdbcClient jdbc;

    JourneyUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Place> of(String attribute) {
        return jdbc.sql(FIND)
                .param("key", "\"" + attribute + "\"")
                .query((row, _) ->
                        new Place(
                                "journey",
                                PublicId.encode("jrn", row.getLong(1)),
                                new Said(row.getString(2), row.getString(3))))
                .list();
    }
}
