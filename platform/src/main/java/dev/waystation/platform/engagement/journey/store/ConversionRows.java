package dev.waystation.platform.engagement.journey.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Goals that were reached, each put down to the last message or gift before it. */
@Repository
public class ConversionRows {

    private static final String TOLD = "('MESSAGE_QUEUED', 'MESSAGE_DELAYED', 'GRANT_GIVEN')";

    private static final String REACH =
            """
            insert into journey.conversion
                (member_id, enrolment_id, journey_id, fact, happened_at, node, after_end)
            select e.member_id, e.enrolment_id, e.journey_id, n.fact, n.at,
                   (select l.line ->> 'node'
                    from journey.trace t,
                         json_array_elements(t.lines) with ordinality as l (line, place)
                    where t.member_id = e.member_id and t.enrolment_id = e.enrolment_id
                      and l.line ->> 'code' in %s
                      and cast(l.line ->> 'at' as timestamptz) <= n.at
                      and cast(l.line ->> 'at' as timestamptz)
                          >= n.at - make_interval(secs => n.seconds)
                    order by t.step desc, l.place desc limit 1),
                   e.state = 'LEFT'
            from unnest(:members, :journeys, :facts, cast(:at as timestamptz[]), :seconds, :after,
                :keys, :values)
              as n (member_id, journey_id, fact, at, seconds, after, key, value)
            join journey.enrolment e on e.member_id = n.member_id and e.journey_id = n.journey_id
            where e.entered_at < n.at
              and (n.key is null or n.value is null or e.context ->> n.key = n.value)
              and (e.state = 'CONVERTED' and e.ended_at = n.at
                   or e.state = 'LEFT' and e.ended_at > n.at - make_interval(secs => n.after))
            order by e.member_id, e.enrolment_id
            on conflict do nothing
            returning journey_id, node
            """
                    .formatted(TOLD);

    /** Longer than any journey: whatever was told before counts. */
    private static final Duration EVER = Duration.ofDays(3_650);

    private final JdbcClient jdbc;

    ConversionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A goal reached, and how far back it is put down to something.
     *
     * @param key what tells entries apart when there are several at a time: an order, a trip
     * @param value of the goal; without one it concerns every entry
     */
    public record Reached(
            long memberId,
            long journeyId,
            String fact,
            Instant at,
            Duration window,
            @Nullable String key,
            @Nullable String value) {}

    /** To which node of which journey one was put down, if to any. */
    public record Credit(long journeyId, @Nullable String node) {}

    /**
     * Keeps those of enrolments that just ended with the goal or ended within the window; each
     * enrolment converts once.
     */
    public List<Credit> reach(List<Reached> goals) {
        if (goals.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(REACH)
                .param("members", Columns.numbers(goals, Reached::memberId))
                .param("journeys", Columns.numbers(goals, Reached::journeyId))
                .param("facts", Columns.texts(goals, Reached::fact))
                .param("at", Columns.texts(goals, Reached::at))
                .param("seconds", Columns.numbers(goals, ConversionRows::seconds))
                .param("after", Columns.numbers(goals, goal -> goal.window().toSeconds()))
                .param("keys", Columns.texts(goals, Reached::key))
                .param("values", Columns.texts(goals, Reached::value))
                .query((row, number) ->
                        new Credit(row.getLong("journey_id"), row.getString("node")))
                .list();
    }

    private static long seconds(Reached goal) {
        return (goal.window().isZero() ? EVER : goal.window()).toSeconds();
    }
}
