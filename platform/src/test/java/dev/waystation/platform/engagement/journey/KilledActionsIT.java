package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.waystation.platform.engagement.audience.TagChange;
import dev.waystation.platform.engagement.audience.Tags;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.members.benefits.Campaigns;
import dev.waystation.platform.members.benefits.usecase.DraftCampaign;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.wallet.Points;
import dev.waystation.platform.members.wallet.PointsCredit;
import dev.waystation.testkit.Capability;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Members are due for a step of every kind, and the worker is killed when all is done and nothing
 * is written down: each gets everything once.
 */
class KilledActionsIT extends ActingStage {

    private static final int MEMBERS = 40;
    private static final int POINTS = 30;

    @Autowired private HikariDataSource database;
    @Autowired private DraftCampaign campaigns;
    @Autowired private Points points;
    @Autowired private Tags tags;
    @TempDir private Path folder;

    private List<Long> crowd = List.of();
    private String campaign = "";
    private long journey;

    /** What each kind of step left behind, in all. */
    private record Census(
            long arrived,
            long tags,
            long attributes,
            long credits,
            long coupons,
            long tiers,
            long tasks,
            long calls) {

        static final Census ONCE =
                new Census(MEMBERS, MEMBERS, MEMBERS, MEMBERS, MEMBERS, MEMBERS, MEMBERS, MEMBERS);
    }

    @BeforeEach
    void theyAreDue() {
        crowd =
                Stream.generate(() ->
                                members.register(People.born(LocalDate.of(1990, 1, 1))).value())
                        .limit(MEMBERS)
                        .toList();
        campaign = Campaigns.anyLive(campaigns, clock);
        journey = published("TripCompleted", ReEntry.ONCE, graph());
        advanceAll();
        jdbc.sql(
                        """
                        insert into journey.enrolment (member_id, journey_id, version, entry_key,
                            exclusive, context, entered_at, state, node, arrived_at, wakes_at,
                            heard, step_count)
                        select id, :journey, 1, 'killed', true, '{"date": "2026-12-01"}',
                               cast(:now as timestamptz) - interval '1 day', 'WAITING', 'rest',
                               cast(:now as timestamptz) - interval '1 day', :now, '[]', 1
                        from unnest(:crowd) as id
                        """)
                .param("journey", journey)
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("crowd", crowd.toArray(Long[]::new))
                .update();
    }

    private GraphDraft graph() {
        return new GraphDraft(
                List.of(
                        node("in", "entry", Map.of()),
                        node("rest", "wait", Map.of("length", "P1D")),
                        node("mark", "tag", Map.of("tag", FLAG)),
                        node("write", "attribute", Map.of("tag", NUMBER, "value", "7")),
                        node(
                                "pay",
                                "grant",
                                Map.of("kind", "points", "what", "points", "amount", POINTS)),
                        node(
                                "give",
                                "grant",
                                Map.of("kind", "coupon", "what", campaign, "amount", 1)),
                        node("raise", "tier", Map.of("club", "main", "tier", "gold", "days", 30)),
                        node("visit", "task", Map.of("title", "visit", "dueDays", 1)),
                        ask("ask"),
                        node("out", "exit", Map.of())),
                Stream.concat(
                                row(
                                        "in", "rest", "mark", "write", "pay", "give", "raise",
                                        "visit", "ask", "out")
                                        .stream(),
                                Stream.of(
                                        edge("ask", "failed", "out"),
                                        edge("ask", "timeout", "out")))
                        .toList(),
                null);
    }

    @Test
    @Capability("JRN-20")
    void aWorkerKilledBetweenEffectAndBookkeepingDoesEverythingExactlyOnce() throws Exception {
        try (Connection held = database.getConnection()) {
            held.setAutoCommit(false);
            // counters are written last: whoever has come so far has done all he does
            held.createStatement()
                    .execute("lock table journey.node_counter in access exclusive mode");
            try (var worker = DyingWorker.on(database, clock.instant(), folder)) {
                untilItWaits(worker);
            }
            held.rollback();
        }
        DyingWorker.untilItLetsGo(jdbc);
        Census killed = census();
        assertThat(killed.credits()).as("points stand before the step").isEqualTo(MEMBERS);
        assertThat(killed.arrived()).as("no step is written").isZero();

        advanceAll();
        assertThat(census()).isEqualTo(Census.ONCE);

        // the same passage walked once more, as after a restore of its rows, does nothing again
        tags.change(
                crowd.stream()
                        .map(id ->
                                new TagChange(
                                        id,
                                        NUMBER,
                                        true,
                                        "9",
                                        "staff:1",
                                        Explanation.of(Said.same("test"))))
                        .toList());
        walkAgain();
        assertThat(census()).isEqualTo(Census.ONCE);
        assertThat(written("9")).as("what staff wrote since stays").isEqualTo(MEMBERS);

        // the control: without the claims the second walk writes over it
        jdbc.sql("delete from journey.deed where member_id = any(:crowd)")
                .param("crowd", crowd.toArray(Long[]::new))
                .update();
        walkAgain();
        assertThat(written("9")).as("control: nobody claimed the step").isZero();
    }

    /** The control: a worker that pays under names of the moment and dies before the step. */
    @Test
    void controlAWorkerThatPaysBeforeItsStepIsWrittenPaysTwice() {
        points.credit(
                crowd.stream()
                        .map(id ->
                                new PointsCredit(
                                        UUID.randomUUID(),
                                        id,
                                        Points.POINTS,
                                        POINTS,
                                        points.lastDay(
                                                Points.POINTS,
                                                clock.instant().atZone(VENUE).toLocalDate()),
                                        Explanation.of(Said.same("test")),
                                        "journey/careless"))
                        .toList());
        advanceAll();
        assertThat(census().credits()).isEqualTo(2 * MEMBERS);
    }

    private void walkAgain() {
        jdbc.sql("delete from journey.trace where member_id = any(:crowd)")
                .param("crowd", crowd.toArray(Long[]::new))
                .update();
        jdbc.sql(
                        """
                        update journey.enrolment set node = 'rest', state = 'WAITING',
                            arrived_at = cast(:now as timestamptz) - interval '1 day',
                            wakes_at = :now, ended_at = null, step_count = 1
                        where journey_id = :journey
                        """)
                .param("journey", journey)
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .update();
        advanceAll();
    }

    private void untilItWaits(DyingWorker worker) throws InterruptedException {
        String waiting =
                """
                select count(*) from pg_locks
                where not granted and relation = 'journey.node_counter'::regclass
                """;
        while (jdbc.sql(waiting).query(Long.class).single() == 0) {
            worker.mustLive();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private long written(String value) {
        return jdbc.sql(
                        """
                        select count(*) from audience.member_tag
                        where member_id = any(:crowd) and tag = :tag
                          and cast(value as text) = :value
                        """)
                .param("crowd", crowd.toArray(Long[]::new))
                .param("tag", NUMBER)
                .param("value", value)
                .query(Long.class)
                .single();
    }

    private Census census() {
        return jdbc.sql(
                        """
                        select (select count(*) from journey.enrolment
                                where journey_id = :journey and node = 'ask') as arrived,
                               (select count(*) from audience.member_tag
                                where member_id = any(:crowd) and tag = :flag) as tags,
                               (select count(*) from audience.member_tag
                                where member_id = any(:crowd) and tag = :number) as attributes,
                               (select count(*) from wallet.entry
                                where member_id = any(:crowd)) as credits,
                               (select count(*) from benefits.coupon
                                where member_id = any(:crowd)) as coupons,
                               (select count(*) from loyalty.tier_interval
                                where member_id = any(:crowd) and cause = 'reward') as tiers,
                               (select count(*) from journey.task
                                where member_id = any(:crowd)) as tasks,
                               (select count(*) from journey.call
                                where member_id = any(:crowd)) as calls
                        """)
                .param("crowd", crowd.toArray(Long[]::new))
                .param("journey", journey)
                .param("flag", FLAG)
                .param("number", NUMBER)
                .query((row, number) ->
                        new Census(
                                row.getLong("arrived"),
                                row.getLong("tags"),
                                row.getLong("attributes"),
                                row.getLong("credits"),
                                row.getLong("coupons"),
                                row.getLong("tiers"),
                                row.getLong("tasks"),
                                row.getLong("calls")))
                .single();
    }
}
