package dev.waystation.platform.engagement.audience.store;

import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists: segments filled once. */
@Repository
public class ListRows {

    private static final String INSERT =
            """
            insert into audience.segment (name_zh, name_en, kind, state, condition, updated_at, published_at)
            values (:zh, :en, 'list', 'published', '{}', :at, :at)
            on conflict on constraint segment_name_zh_unique do nothing
            returning id
            """;

    private static final String FILL =
            """
            insert into audience.segment_member (segment_id, member_id, since, cause)
            select :segment, t.member_id, :at, 'manual'
            from audience.member_trait t where t.member_id = any(:members)
            on conflict do nothing
            returning member_id
            """;

    private static final String KNOWN =
            "select member_id from audience.member_trait where member_id = any(:members)";

    private static final String COPY =
            """
            insert into audience.segment_member (segment_id, member_id, since, cause)
            select :to, member_id, :at, 'manual'
            from audience.segment_member where segment_id = :from
            """;

    private static final String REFUSE =
            """
            insert into audience.list_problem (segment_id, line, value, code)
            select :segment, line, value, code
            from unnest(:lines, :values, :codes) as n (line, value, code)
            """;

    private static final String PROBLEMS =
            """
            select line, value, code from audience.list_problem where segment_id = :segment order by line
            """;

    private static final String FORGET =
            """
            delete from audience.list_problem p
            where exists (
                select from unnest(cast(:texts as text[])) as t (held)
                where strpos(p.value, t.held) > 0)
            """;

    private final JdbcClient jdbc;
    private final SegmentStore segments;

    ListRows(JdbcClient jdbc, SegmentStore segments) {
        this.segments = segments;
        this.jdbc = jdbc;
    }

    /** One line that could be read. */
    public record Line(int line, String text, long memberId) {}

    /** One line that named nobody. */
    public record Problem(int line, String value, String code) {}

    /** Empty when the name is taken. */
    public Optional<Long> insert(Said name, Instant at) {
        Optional<Long> id =
                jdbc.sql(INSERT)
                        .param("zh", name.zh())
                        .param("en", name.en())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .optional();
        id.ifPresent(segments::code);
        return id;
    }

    /** Puts in whom there is; says of the others why not, and answers how many are new. */
    public int fill(long segmentId, List<Line> lines, Instant at, List<Problem> problems) {
        if (lines.isEmpty()) {
            return 0;
        }
        Long[] members = lines.stream().map(Line::memberId).toArray(Long[]::new);
        Set<Long> added =
                new HashSet<>(
                        jdbc.sql(FILL)
                                .param("segment", segmentId)
                                .param("members", members)
                                .param("at", at.atOffset(ZoneOffset.UTC))
                                .query(Long.class)
                                .list());
        int count = added.size();
        Set<Long> known =
                count == lines.size()
                        ? Set.of()
                        : new HashSet<>(
                                jdbc.sql(KNOWN).param("members", members).query(Long.class).list());
        for (Line line : lines) {
            if (!added.remove(line.memberId())) {
                boolean repeated = known.contains(line.memberId());
                problems.add(
                        new Problem(
                                line.line(),
                                line.text(),
                                repeated ? "REPEATED" : "UNKNOWN_MEMBER"));
            }
        }
        return count;
    }

    /** Removes lines that named nobody and hold one of these texts; answers how many. */
    public int forget(List<String> texts) {
        return jdbc.sql(FORGET).param("texts", texts.toArray(String[]::new)).update();
    }

    public int copy(long fromSegment, long toSegment, Instant at) {
        return jdbc.sql(COPY)
                .param("from", fromSegment)
                .param("to", toSegment)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public void refuse(long segmentId, List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        jdbc.sql(REFUSE)
                .param("segment", segmentId)
                .param("lines", problems.stream().map(Problem::line).toArray(Integer[]::new))
                .param("values", problems.stream().map(Problem::value).toArray(String[]::new))
                .param("codes", problems.stream().map(Problem::code).toArray(String[]::new))
                .update();
    }

    public List<Problem> problems(long segmentId) {
        return jdbc.sql(PROBLEMS)
                .param("segment", segmentId)
                .query((row, number) ->
                        new Problem(
                                row.getInt("line"), row.getString("value"), row.getString("code")))
                .list();
    }
}
