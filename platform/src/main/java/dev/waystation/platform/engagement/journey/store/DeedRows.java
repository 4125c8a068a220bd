package dev.waystation.platform.engagement.journey.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which steps did what they are there for: the row is written with the deed, or neither is. */
@Repository
public class DeedRows {

    private static final String TAKE =
            """
            insert into journey.deed (member_id, enrolment_id, node, kind, done_at)
            select n.member_id, n.enrolment_id, n.node, n.kind, :at
            from unnest(:members, :ids, :nodes, :kinds) as n (member_id, enrolment_id, node, kind)
            order by n.enrolment_id, n.node
            on conflict on constraint deed_once_per_step do nothing
            returning enrolment_id, node
            """;

    private final JdbcClient jdbc;

    DeedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A step of a passage. */
    public record Step(long enrolmentId, String node) {}

    /** A step that is about to do something. */
    public record Claim(long memberId, long enrolmentId, String node, String kind) {}

    /** Those of the steps that have not done it yet. */
    public Set<Step> take(List<Claim> claims, Instant at) {
        if (claims.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.sql(TAKE)
                        .param("members", Columns.numbers(claims, Claim::memberId))
                        .param("ids", Columns.numbers(claims, Claim::enrolmentId))
                        .param("nodes", Columns.texts(claims, Claim::node))
                        .param("kinds", Columns.texts(claims, Claim::kind))
                        .param("at", Columns.utc(at))
                        .query((row, _) -> new Step(row.getLong(1), row.getString(2)))
                        .list());
    }
}
