package dev.waystation.platform.engagement.journey.store;

import dev.waystation.platform.engagement.journey.model.Question;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions to other systems, until they are answered or given up. */
@Repository
public class CallRows {

    private static final String ADD =
            """
            insert into journey.call (reference, member_id, enrolment_id, journey_id, version, node,
                address, payload, due_at, until, created_at)
            select n.reference, n.member_id, n.enrolment_id, n.journey_id, n.version, n.node,
                n.address, n.payload, :at, cast(n.until as timestamptz), :at
            from unnest(cast(:references as uuid[]), :members, :ids, :journeys, :versions, :nodes,
                :addresses, :payloads, :until)
              as n (reference, member_id, enrolment_id, journey_id, version, node, address, payload,
                    until)
            on conflict do nothing
            """;

    /** Taken for a minute: who dies with it leaves it to the next. */
    private static final String CLAIM =
            """
            update journey.call c set due_at = :lease, attempts = attempts + 1
            from (select reference from journey.call
                  where state = 'pending' and due_at <= :now and until > :now
                  order by due_at limit :limit for update skip locked) t
            where c.reference = t.reference
            returning c.*
            """;

    private static final String GIVE_UP =
            """
            update journey.call set state = 'timed_out', settled_at = :now
            where state = 'pending' and until <= :now and due_at <= :now
            """;

    private static final String LATER =
            """
            update journey.call set due_at = :due, answer = :answer
            where reference = :reference and state = 'pending'
            """;

    private static final String SETTLE =
            """
            update journey.call set state = :state, answer = :answer, settled_at = :at
            where reference = :reference and state = 'pending'
            """;

    private final JdbcClient jdbc;

    CallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(List<Question> questions, Instant at) {
        if (questions.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param("references", Columns.texts(questions, Question::reference))
                .param("members", Columns.numbers(questions, Question::memberId))
                .param("ids", Columns.numbers(questions, Question::enrolmentId))
                .param("journeys", Columns.numbers(questions, Question::journeyId))
                .param("versions", Columns.counts(questions, Question::version))
                .param("nodes", Columns.texts(questions, Question::node))
                .param("addresses", Columns.numbers(questions, Question::address))
                .param("payloads", Columns.texts(questions, Question::payload))
                .param("until", Columns.texts(questions, Question::until))
                .param("at", Columns.utc(at))
                .update();
    }

    /** Those to be asked now; nobody else asks them before the lease is over. */
    public List<Question> claim(Instant now, Instant lease, int limit) {
        return jdbc.sql(CLAIM)
                .param("now", Columns.utc(now))
                .param("lease", Columns.utc(lease))
                .param("limit", limit)
                .query((row, _) ->
                        new Question(
                                row.getObject("reference", UUID.class),
                                row.getLong("member_id"),
                                row.getLong("enrolment_id"),
                                row.getLong("journey_id"),
                                row.getInt("version"),
                                row.getString("node"),
                                row.getLong("address"),
                                row.getString("payload"),
                                row.getObject("until", OffsetDateTime.class).toInstant(),
                                row.getInt("attempts")))
                .list();
    }

    /** Nobody waits for these any more. */
    public void giveUp(Instant now) {
        jdbc.sql(GIVE_UP).param("now", Columns.utc(now)).update();
    }

    public void later(UUID reference, Instant due, String why) {
        jdbc.sql(LATER)
                .param("reference", reference)
                .param("due", Columns.utc(due))
                .param("answer", why)
                .update();
    }

    /** Whether it was open until now. */
    public boolean settle(UUID reference, String state, String said, Instant at) {
        return jdbc.sql(SETTLE)
                        .param("reference", reference)
                        .param("state", state)
                        .param("answer", said)
                        .param("at", Columns.utc(at))
                        .update()
                == 1;
    }
}
