package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.usecase.DrainDueEnrolments;
import dev.waystation.platform.engagement.messaging.MessageOffer;
import dev.waystation.platform.engagement.messaging.Outbox;
import dev.waystation.testkit.Capability;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Ten thousand members are due, and the worker that moves them dies in the middle. */
class KilledJourneysIT extends JourneyStage {

    private static final int MEMBERS = 10_000;
    private static long next = 81_000_000;
    private static final int CARELESS = 200;

    @Autowired private HikariDataSource database;
    @Autowired private DrainDueEnrolments drain;
    @Autowired private Outbox outbox;
    @TempDir private Path folder;

    private final long first = next;
    private final long last = first + MEMBERS - 1;
    private long journey;

    /** What became of everybody: whoever is lost or told twice shows in one of these. */
    private record Census(long arrived, long moves, long messages, long written, long told) {

        static final Census ONCE = new Census(MEMBERS, MEMBERS, MEMBERS, MEMBERS, MEMBERS);
    }

    @BeforeEach
    void tenThousandMembersAreDue() {
        next = last + 1;
        journey = published("TripCompleted", ReEntry.ONCE, graph());
        advanceAll();
        fill(
                """
                insert into membership.member (id, name_sealed, phone_sealed, phone_index,
                    document_type, document_sealed, document_index, birth_date, gender, city_code,
                    channel, joined_at)
                select id, 'x', 'x', int8send(id), 'passport', 'x', int8send(id),
                       date '1990-01-01', 'unknown', 'WUH', 'bench', :now
                from generate_series(:first, :last) as id
                """);
        fill(
                """
                insert into membership.consent_change
                    (member_id, channel, purpose, sequence, granted, source, changed_at)
                select id, 'sms', 'marketing', 1, true, 'bench', :now
                from generate_series(:first, :last) as id
                """);
        jdbc.sql(
                        """
                        insert into journey.enrolment (member_id, journey_id, version, entry_key,
                            exclusive, context, entered_at, state, node, arrived_at, wakes_at,
                            heard, step_count)
                        select id, :journey, 1, 'killed', true, '{"date": "2026-12-01"}',
                               cast(:now as timestamptz) - interval '1 day', 'WAITING', 'rest',
                               cast(:now as timestamptz) - interval '1 day', :now, '[]', 1
                        from generate_series(:first, :last) as id
                        """)
                .param("journey", journey)
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("first", first)
                .param("last", last)
                .update();
    }

    private static GraphDraft graph() {
        return new GraphDraft(
                List.of(
                        node("in", "entry", Map.of()),
                        node("rest", "wait", Map.of("length", "P1D")),
                        say("say", Map.of()),
                        node("nap", "wait", Map.of("length", "P7D")),
                        node("out", "exit", Map.of())),
                List.of(
                        edge("in", "next", "rest"),
                        edge("rest", "next", "say"),
                        edge("say", "next", "nap"),
                        edge("nap", "next", "out")),
                null);
    }

    private void fill(String sql) {
        jdbc.sql(sql)
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("first", first)
                .param("last", last)
                .update();
    }

    /** Their names are no names, so they must not stay among the others. */
    @AfterEach
    void theyGo() {
        for (String table :
                List.of(
                        "membership.member where id",
                        "journey.enrolment where member_id",
                        "journey.trace where member_id",
                        "messaging.message where member_id",
                        "foundation.fact where subject")) {
            jdbc.sql("delete from " + table + " between :first and :last")
                    .param("first", first)
                    .param("last", last)
                    .update();
        }
    }

    @Test
    @Capability("JRN-14")
    void aWorkerKilledInTheMiddleLosesNoStepAndTellsNobodyTwice() throws Exception {
        for (long after : List.of(1L, 4_000L)) {
            assertThat(killedAfter(after)).as("it was killed in the middle").isLessThan(MEMBERS);
        }
        DyingWorker.untilItLetsGo(jdbc);
        drain.handle(clock.instant());
        assertThat(census()).isEqualTo(Census.ONCE);
        drain.handle(clock.instant());
        assertThat(census()).as("once more moves nobody").isEqualTo(Census.ONCE);
    }

    /**
     * The control: a worker that tells members before the step is theirs, under names made up at
     * the moment, and dies before it writes the step. The same census finds each of them.
     */
    @Test
    void controlAWorkerThatTellsBeforeItsStepIsWrittenTellsTwice() {
        outbox.offerAll(LongStream.range(first, first + CARELESS).mapToObj(this::offer).toList());
        drain.handle(clock.instant());
        assertThat(census())
                .isEqualTo(
                        new Census(
                                MEMBERS, MEMBERS, MEMBERS + CARELESS, MEMBERS, MEMBERS + CARELESS));
        jdbc.sql("delete from messaging.message where member_id = :first")
                .param("first", first)
                .update();
        assertThat(census().written()).as("nor does it miss who is lost").isEqualTo(MEMBERS - 1);
    }

    @Test
    @Capability("JRN-21")
    void aBacklogDrainsWholeInFullBatchesAndWhoIsDueElsewhereIsInTheNextOne() {
        long other = published("TripCompleted", ReEntry.ONCE, graph());
        jdbc.sql(
                        """
                        update journey.enrolment set journey_id = :other, wakes_at = :now
                        where member_id = :last
                        """)
                .param("other", other)
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("last", last)
                .update();
        jdbc.sql(
                        """
                        update journey.enrolment set wakes_at = wakes_at - interval '1 hour'
                        where member_id between :first and :last - 1
                        """)
                .param("first", first)
                .param("last", last)
                .update();
        assertThat(firstComeFirstServed(1_000)).as("the control").doesNotContain(last);
        assertThat(advance.handle(clock.instant())).isEqualTo(1_000);
        assertThat(nodeOfTheLast()).isEqualTo("nap");
        int batches = 1;
        for (int moved = advance.handle(clock.instant());
                moved > 0;
                moved = advance.handle(clock.instant())) {
            batches++;
        }
        assertThat(batches).as("of a thousand each, from the first").isEqualTo(10);
        assertThat(census()).isEqualTo(Census.ONCE);
    }

    /** Whom a claim would take that knows no shares. */
    private List<Long> firstComeFirstServed(int many) {
        return jdbc.sql(
                        """
                        select member_id from journey.enrolment
                        where ended_at is null and wakes_at <= :now
                        order by wakes_at, member_id limit :many
                        """)
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("many", many)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private String nodeOfTheLast() {
        return jdbc.sql("select node from journey.enrolment where member_id = :last")
                .param("last", last)
                .query(String.class)
                .single();
    }

    private MessageOffer offer(long to) {
        return new MessageOffer(
                UUID.randomUUID(),
                to,
                "sms",
                MessageOffer.MARKETING,
                "steered-test",
                Map.of(),
                "journey/careless",
                null);
    }

    /** Kills a worker once so many messages are written; answers how many are when it is dead. */
    private long killedAfter(long messages) throws Exception {
        try (var worker = DyingWorker.on(database, clock.instant(), folder)) {
            while (census().messages() < messages) {
                worker.mustLive();
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        return census().messages();
    }

    private Census census() {
        return jdbc.sql(
                        """
                        select (select count(*) from journey.enrolment
                                where member_id between :first and :last and node = 'nap') as arrived,
                               (select count(*) from journey.trace
                                where member_id between :first and :last) as moves,
                               (select count(*) from messaging.message
                                where member_id between :first and :last
                                  and status = 'queued') as messages,
                               (select count(distinct member_id) from messaging.message
                                where member_id between :first and :last) as written,
                               (select count(*) from foundation.fact
                                where subject between :first and :last
                                  and type like '%MessageQueued') as told
                        """)
                .param("first", first)
                .param("last", last)
                .query((row, number) ->
                        new Census(
                                row.getLong("arrived"),
                                row.getLong("moves"),
                                row.getLong("messages"),
                                row.getLong("written"),
                                row.getLong("told")))
                .single();
    }
}
