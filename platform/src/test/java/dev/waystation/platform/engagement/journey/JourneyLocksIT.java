package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.HeardFact;
import dev.waystation.platform.engagement.journey.model.JourneyLimits;
import dev.waystation.platform.engagement.journey.model.NodeCount;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.journey.store.CounterRows;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import dev.waystation.platform.engagement.journey.store.LimitRows;
import dev.waystation.platform.members.membership.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever hears facts and whoever drains waits share counters; neither may wait in a circle. */
class JourneyLocksIT extends JourneyStage {

    @Autowired EnrolmentRows enrolments;
    @Autowired CounterRows counters;
    @Autowired LimitRows limits;
    @Autowired TransactionTemplate transaction;

    private long other;
    private long weak;

    @BeforeEach
    void twoMembersInAWeakJourneyAndAStrongOne() {
        other = members.register(People.born(LocalDate.of(1991, 1, 1))).value();
        weak = open("OrderPlaced", 10);
        open("OrderExpired", 90);
        hear.handle(List.of(fact("OrderPlaced", member), fact("OrderPlaced", other)));
        advanceAll();
        limits.write(new JourneyLimits(0, 7, 1, 0, 0, 0, 5));
    }

    @AfterEach
    void noLimits() {
        limits.write(JourneyLimits.NONE);
    }

    private long open(String trigger, int priority) {
        var rest =
                new GraphDraft(
                        List.of(
                                node("in", "entry", Map.of()),
                                node("rest", "wait", Map.of("length", "P40D")),
                                node("out", "exit", Map.of())),
                        List.of(edge("in", "next", "rest"), edge("rest", "next", "out")),
                        null);
        var either = Map.<String, Object>of("memberId", Map.of("$in", List.of(member, other)));
        return published(
                new Content(new Trigger(trigger, either), ReEntry.EACH_TRIGGER, rest, priority));
    }

    private HeardFact fact(String name, long whom) {
        return new HeardFact(
                nextPosition(),
                name,
                whom,
                clock.instant(),
                Map.of("memberId", whom, "orderId", 1));
    }

    @Test
    void aStrongerJourneyThatDisplacesAMemberNeverWaitsInACircleWithTheDrain() {
        assertThat(catchThrowable(() -> displaceWhileAnotherIsDrained(() -> {}))).isNull();
        assertThat(nodes(weak)).containsExactly("rest");
        assertThat(waitingAt(weak)).as("one was displaced").isEqualTo(1);
    }

    /** The control: counters that are written at once. */
    @Test
    void countersWrittenBeforeAMemberIsWaitedForDoWaitInACircle() {
        assertThat(catchThrowable(() -> displaceWhileAnotherIsDrained(() -> touchCounter())))
                .isInstanceOf(PessimisticLockingFailureException.class);
    }

    private void displaceWhileAnotherIsDrained(Runnable first) {
        CompletableFuture<?> hearing = new CompletableFuture<>();
        transaction.executeWithoutResult(_ -> {
            enrolments.inside(List.of(other));
            hearing.completeAsync(() -> {
                transaction.executeWithoutResult(_ -> {
                    first.run();
                    hear.handle(
                            List.of(fact("OrderExpired", member), fact("TripCompleted", other)));
                });
                return null;
            });
            untilSomebodyWaits();
            var sums = new CounterRows.Sums();
            sums.add(weak, "rest", NodeCount.FAILED);
            counters.add(sums);
        });
        try {
            hearing.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private void touchCounter() {
        jdbc.sql("update journey.node_counter set failed = failed where journey_id = :weak")
                .param("weak", weak)
                .update();
    }

    private long waitingAt(long journey) {
        NodeCount count = counters.of(journey).get("rest");
        return count == null ? 0 : count.waiting();
    }
}
