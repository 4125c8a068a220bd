package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.foundation.edge.Explanation;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tags as rules set and end them for a batch of members. */
@Component
public class RuledTags {

    /** A tag a member gets by its rule. */
    public record Added(long memberId, String tag, String cause, Instant at, Explanation why) {}

    private static final String ADD =
            """
            insert into audience.member_tag
              (member_id, tag, added_at, cause, explanation, rule_version)
            select n.member, n.tag, n.at, n.cause, n.why, t.version
            from unnest(cast(:members as bigint[]), cast(:tags as text[]),
                cast(:at as timestamptz[]), cast(:causes as text[]), cast(:whys as jsonb[]))
                as n (member, tag, at, cause, why)
            left join audience.tag t on t.code = n.tag and t.condition is not null
            on conflict (member_id, tag) do nothing
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final TagStore tags;

    RuledTags(JdbcClient jdbc, Json json, TagStore tags) {
        this.jdbc = jdbc;
        this.json = json;
        this.tags = tags;
    }

    /** All in one statement, however many members and tags. */
    public void add(List<Added> added) {
        if (added.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param("members", added.stream().map(Added::memberId).toArray(Long[]::new))
                .param("tags", texts(added, Added::tag))
                .param("at", texts(added, each -> each.at().toString()))
                .param("causes", texts(added, Added::cause))
                .param("whys", texts(added, each -> json.write(each.why())))
                .update();
    }

    /** Whether the member carried it. */
    public boolean remove(long memberId, String tag, String cause, Instant at) {
        return tags.remove(memberId, tag, cause, at);
    }

    private static String[] texts(List<Added> added, Function<Added, String> column) {
        return added.stream().map(column).toArray(String[]::new);
    }
}
