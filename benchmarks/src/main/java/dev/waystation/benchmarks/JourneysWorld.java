package dev.waystation.benchmarks;

import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.EdgeDraft;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.NodeDraft;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.journey.usecase.DraftJourney;
import dev.waystation.platform.engagement.journey.usecase.PublishJourney;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.foundation.edge.Said;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members who all wait at one node of one published journey. */
final class JourneysWorld {

    private static final long FIRST = 1_000_000;
    private static final long OTHERS = 900_000_000;

    // The names are never opened: judging a message needs to know that there is an address only.
    private static final String MEMBERS =
            """
            insert into membership.member (id, name_sealed, phone_sealed, phone_index, document_type,
                document_sealed, document_index, birth_date, gender, city_code, channel, joined_at)
            select id, 'x', 'x', int8send(id), 'passport', 'x', int8send(id),
                   date '1950-01-01' + cast(id % 20000 as int), 'unknown', 'WUH', 'bench', :now
            from generate_series(:first, :last) as id
            """;

    private static final String CONSENTS =
            """
            insert into membership.consent_change
                (member_id, channel, purpose, sequence, granted, source, changed_at)
            select id, 'sms', 'marketing', 1, true, 'bench', :now
            from generate_series(:first, :last) as id
            """;

    private static final String WAITING =
            """
            insert into journey.enrolment (member_id, journey_id, version, entry_key, exclusive, context,
                entered_at, state, node, arrived_at, wakes_at, heard, step_count)
            select id, :journey, 1, 'bench', true, '{"date": "2026-12-01"}', :entered, 'WAITING', 'rest',
                   :entered, :now, '[]', 1
            from generate_series(:first, :last) as id
            """;

    private final JdbcClient jdbc;
    private final long journey;
    private final String code;
    private long next;

    JourneysWorld(ApplicationContext platform) {
        this(platform, "bench-journeys", FIRST);
    }

    /** Another journey, of other members. */
    static JourneysWorld others(ApplicationContext platform) {
        return new JourneysWorld(platform, "bench-others", OTHERS);
    }

    private JourneysWorld(ApplicationContext platform, String code, long first) {
        this.code = code;
        this.next = first;
        this.jdbc = platform.getBean(JdbcClient.class);
        platform.getBean(Templates.class)
                .publish(
                        new Template.Draft(
                                code,
                                new Said("周末出行", "Weekend trips"),
                                new Said(
                                        "您好，{date} 起有新的周末线路。退订回复 T",
                                        "New weekend trips from {date}. Reply T to opt out")));
        var kept =
                (DraftJourney.Outcome.Kept)
                        platform.getBean(DraftJourney.class)
                                .handle(
                                        new DraftJourney.Command(
                                                code,
                                                Said.same("bench"),
                                                new Content(
                                                        new Trigger("TripCompleted", Map.of()),
                                                        ReEntry.ONCE,
                                                        graph())));
        this.journey = kept.journeyId();
        PublishJourney.Outcome published =
                platform.getBean(PublishJourney.class).handle(journey, "bench");
        if (!(published instanceof PublishJourney.Outcome.Done)) {
            throw new IllegalStateException("Not published: " + published);
        }
    }

    private static NodeDraft node(String id, String kind, Map<String, Object> settings) {
        return new NodeDraft(id, kind, Said.same(id), 0, 0, settings);
    }

    /** A branch on who the member is, one text or none, and the next wait. */
    private GraphDraft graph() {
        Map<String, Object> adult = Map.of("age", Map.of("$gte", 30));
        return new GraphDraft(
                List.of(
                        node("in", "entry", Map.of()),
                        node("rest", "wait", Map.of("length", "P1D")),
                        node(
                                "ask",
                                "branch",
                                Map.of("arms", List.of(Map.of("key", "yes", "condition", adult)))),
                        node(
                                "say",
                                "message",
                                Map.of("channel", "sms", "purpose", "marketing", "template", code)),
                        node("nap", "wait", Map.of("length", "P7D")),
                        node("out", "exit", Map.of())),
                List.of(
                        new EdgeDraft("in", "rest", "next", null),
                        new EdgeDraft("rest", "ask", "next", null),
                        new EdgeDraft("ask", "say", "yes", null),
                        new EdgeDraft("ask", "say", "otherwise", null),
                        new EdgeDraft("say", "nap", "next", null),
                        new EdgeDraft("nap", "out", "next", null)),
                null);
    }

    /** So many more members who have waited long enough at this instant. */
    void due(int members, Instant now) {
        long last = next + members - 1;
        insert(last, now);
        next = last + 1;
        jdbc.sql("analyze membership.member, membership.consent_change, journey.enrolment")
                .update();
        jdbc.sql("checkpoint").update();
    }

    private void insert(long last, Instant now) {
        fill(MEMBERS, last).param("now", now.atOffset(ZoneOffset.UTC)).update();
        fill(CONSENTS, last).param("now", now.atOffset(ZoneOffset.UTC)).update();
        fill(WAITING, last)
                .param("journey", journey)
                .param("entered", now.minusSeconds(86_400).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The first of the members that will be made next. */
    long next() {
        return next;
    }

    private JdbcClient.StatementSpec fill(String sql, long last) {
        return jdbc.sql(sql).param("first", next).param("last", last);
    }

    /** Members of a node, all of them together. */
    long at(String node) {
        return jdbc.sql(
                        "select count(*) from journey.enrolment where journey_id = :journey and"
                                + " node = :node")
                .param("journey", journey)
                .param("node", node)
                .query((row, index) -> row.getLong(1))
                .single();
    }

    /** So many more who are due, while everything runs; answers the last of them. */
    long trickle(int members, Instant now) {
        long last = next + members - 1;
        insert(last, now);
        next = last + 1;
        return last;
    }

    /** How many of these have not moved on yet. */
    long waiting(long from, long to) {
        return jdbc.sql(
                        """
                        select count(*) from journey.enrolment
                        where member_id between :from and :to and node = 'rest'
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, index) -> row.getLong(1))
                .single();
    }

    /** Whose messages lie in the outbox, of these members. */
    List<Long> inTheOutbox(long from, long to) {
        return jdbc.sql(
                        """
                        select member_id from messaging.message
                        where member_id between :from and :to and status in ('queued', 'delayed')
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** What its messages say they come from. */
    String source() {
        return "journey/" + code;
    }

    /** Its messages to these members that the send gate held back, by reason. */
    Map<String, Long> withheld(long first, long last) {
        Map<String, Long> reasons = new TreeMap<>();
        jdbc.sql(
                        """
                        select reason, count(*) as many from messaging.message
                        where status = 'withheld' and source = :source
                          and member_id between :first and :last
                        group by reason
                        """)
                .param("source", source())
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    reasons.put(row.getString("reason"), row.getLong("many"));
                });
        return reasons;
    }

    /** Messages in the outbox and the members they are for; equal when nobody got two. */
    long[] messages() {
        return jdbc.sql(
                        """
                        select count(*), count(distinct member_id) from messaging.message
                        where status in ('queued', 'delayed') and source = :source
                        """)
                .param("source", source())
                .query((row, index) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
    }
}
