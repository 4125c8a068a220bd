package dev.waystation.platform.engagement.journey.store;

import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.foundation.edge.Explanation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The way of each member: a row for every move, with all lines of that move. */
@Repository
public class TraceRows {

    private static final String INSERT =
            """
            insert into journey.trace (member_id, enrolment_id, step, lines)
            select * from unnest(:members, :ids, :steps, cast(:lines as json[]))
            """;

    private static final String OF =
            """
            select member_id, enrolment_id, step, lines from journey.trace
            where member_id = any(:members) and enrolment_id = any(:ids)
            order by enrolment_id, step
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TraceRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One line of a move.
     *
     * @param why null where the reasons stand with the message that the line is about
     */
    public record Line(String node, String code, Instant at, @Nullable Explanation why) {}

    /**
     * What one move wrote.
     *
     * @param step the number of its first line; (member, enrolment, step) is unique, so no move is
     *     written twice
     */
    public record Move(long memberId, long enrolmentId, int step, List<Line> lines) {

        public Move {
            lines = List.copyOf(lines);
        }
    }

    /** The moves of these enrolments so far, each enrolment's in order. */
    public List<Move> of(List<Enrolment> enrolments) {
        return of(
                Columns.numbers(enrolments, Enrolment::memberId),
                Columns.numbers(enrolments, Enrolment::enrolmentId));
    }

    List<Move> of(Long[] members, Long[] enrolments) {
        if (enrolments.length == 0) {
            return List.of();
        }
        return jdbc.sql(OF)
                .param("members", members)
                .param("ids", enrolments)
                .query((row, number) ->
                        new Move(
                                row.getLong("member_id"),
                                row.getLong("enrolment_id"),
                                row.getInt("step"),
                                Arrays.asList(
                                        json.readValue(row.getString("lines"), Line[].class))))
                .list();
    }

    public void insert(List<Move> moves) {
        var told = new ArrayList<>(moves);
        told.removeIf(move -> move.lines().isEmpty());
        if (told.isEmpty()) {
            return;
        }
        jdbc.sql(INSERT)
                .param("members", Columns.numbers(told, Move::memberId))
                .param("ids", Columns.numbers(told, Move::enrolmentId))
                .param("steps", Columns.counts(told, Move::step))
                .param("lines", Columns.texts(told, new Writing()::lines))
                .update();
    }

    /** A batch says the same of thousands: each line is written out once. */
    private final class Writing {

        private final Map<Line, String> written = new HashMap<>();

        String lines(Move move) {
            return move.lines().stream()
                    .map(line -> written.computeIfAbsent(line, json::writeValueAsString))
                    .collect(Collectors.joining(",", "[", "]"));
        }
    }
}
