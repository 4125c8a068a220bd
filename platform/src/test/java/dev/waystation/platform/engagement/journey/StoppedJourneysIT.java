package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.store.DueEnrolmentRows;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import dev.waystation.platform.engagement.journey.store.Entry;
import dev.waystation.platform.engagement.journey.usecase.DrainDueEnrolments;
import dev.waystation.platform.engagement.journey.usecase.StopJourney;
import dev.waystation.platform.foundation.jobs.Jobs;
import dev.waystation.testkit.Capability;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Stopping a journey that many are inside of, while they move and while others enter. */
class StoppedJourneysIT extends JourneyStage {

    private static final int MANY = 1_300;

    @Autowired StopJourney stop;
    @Autowired DrainDueEnrolments drain;
    @Autowired EnrolmentRows enrolments;
    @Autowired DueEnrolmentRows due;
    @Autowired Jobs jobs;
    @Autowired TransactionTemplate transaction;

    private long journey;

    @BeforeEach
    void aJourneyWithManyInside() {
        var graph =
                new GraphDraft(
                        List.of(
                                node("in", "entry", Map.of()),
                                node("rest", "wait", Map.of("length", "PT1H")),
                                node("more", "wait", Map.of("length", "P9D")),
                                node("out", "exit", Map.of())),
                        List.of(
                                edge("in", "next", "rest"),
                                edge("rest", "next", "more"),
                                edge("more", "next", "out")),
                        null);
        journey = published("OrderPlaced", ReEntry.EACH_TRIGGER, graph);
        enrolments.enter(IntStream.range(0, MANY).mapToObj(this::entry).toList());
    }

    /** Members of other journeys would get their share of a claim. */
    private void nobodyElseIsDue() {
        jdbc.sql(
                        """
                        update journey.enrolment set wakes_at = wakes_at + interval '10 years'
                        where journey_id <> :journey and ended_at is null and wakes_at <= :now
                        """)
                .param("journey", journey)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private Entry entry(int number) {
        return new Entry(
                member, journey, 1, "n" + number, false, 0, "in", Map.of(), clock.instant());
    }

    @Test
    @Capability("JRN-17")
    void aStopWaitsForNobodyAndAJobTakesEverybodyOutBesideTheDrain() {
        clock.advance(Duration.ofHours(2));
        nobodyElseIsDue();
        CompletableFuture<Long> draining = new CompletableFuture<>();
        transaction.executeWithoutResult(_ -> {
            List<?> held = due.claimDue(clock.instant(), 10);
            assertThat(held).hasSize(10);
            draining.completeAsync(() -> drain.handle(clock.instant()));
            CompletableFuture.runAsync(() -> stop.handle(journey, "test"))
                    .orTimeout(1, TimeUnit.MINUTES)
                    .join();
        });
        draining.join();
        jobs.awaitAll();
        assertThat(inside()).isZero();
        assertThat(jobResult()).as("whom the job took out").isPositive().isLessThanOrEqualTo(MANY);
    }

    @Test
    void whoEntersAgainAfterTheStopStaysWhenItIsPublishedAnew() {
        stop.handle(journey, "test");
        jobs.awaitAll();
        publish.handle(journey, "test");
        assertThat(enrolments.enter(List.of(entry(MANY + 1)))).hasSize(1);
        assertThat(inside()).isEqualTo(1);
    }

    @Test
    void aStopWaitsForEntriesUnderWayAndLaterOnesFindItClosed() {
        CompletableFuture<Void> stopping = new CompletableFuture<>();
        transaction.executeWithoutResult(_ -> {
            assertThat(enrolments.enter(List.of(entry(MANY + 1)))).as("while open").hasSize(1);
            stopping.completeAsync(() -> {
                stop.handle(journey, "test");
                return null;
            });
            untilSomebodyWaits();
        });
        stopping.join();
        assertThat(enrolments.enter(List.of(entry(MANY + 2)))).as("after the stop").isEmpty();
        jobs.awaitAll();
        assertThat(inside()).isZero();
    }

    private int inside() {
        return jdbc.sql(
                        """
                        select count(*) from journey.enrolment
                        where journey_id = :journey and ended_at is null
                        """)
                .param("journey", journey)
                .query(Integer.class)
                .single();
    }

    private int jobResult() {
        return jdbc.sql(
                        """
                        select result::int from foundation.job where kind = 'journey.stop'
                        order by id desc limit 1
                        """)
                .query(Integer.class)
                .single();
    }
}
