package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.model.Timetable;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.journey.usecase.OpenOnTime;
import dev.waystation.platform.engagement.messaging.usecase.HearAnswers;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.Registration;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who comes into journeys: by the clock, by a list, by an answer. */
class DoorsIT extends JourneyStage {

    @Autowired OpenOnTime open;
    @Autowired HearAnswers answers;
    @Autowired FactPump pump;

    private static GraphDraft waitAndLeave() {
        return new GraphDraft(
                List.of(
                        node("in", "entry", Map.of()),
                        node("rest", "wait", Map.of("length", "P40D")),
                        node("out", "exit", Map.of())),
                List.of(edge("in", "next", "rest"), edge("rest", "next", "out")),
                null);
    }

    private void openAll() {
        while (open.handle(clock.instant())) {
            assertThat(open).isNotNull();
        }
        advanceAll();
    }

    @Test
    @Capability("JRN-02")
    void theClockABirthdayAListAndAnAnswerLetMembersInEachOnce() throws Exception {
        noon();
        LocalDate today = LocalDate.ofInstant(clock.instant(), VENUE);
        Registration who = People.born(today.plusDays(4).minusYears(30));
        member = members.register(who).value();
        long birthday =
                published(
                        new Content(
                                new Trigger(
                                        Trigger.CLOCK,
                                        Map.of(),
                                        new Timetable("day", "13:00", null, null, "birthday", -3)),
                                ReEntry.EACH_TRIGGER,
                                waitAndLeave()));
        clock.advance(Duration.ofHours(2));
        openAll();
        assertThat(nodes(birthday)).as("four days before").isEmpty();
        clock.advance(Duration.ofDays(1));
        openAll();
        openAll();
        assertThat(nodes(birthday)).as("three days before").containsExactly("rest");
        clock.advance(Duration.ofDays(1));
        openAll();
        assertThat(nodes(birthday)).as("once").hasSize(1);

        long byHand =
                published(
                        new Content(
                                new Trigger(Trigger.HAND, Map.of()),
                                ReEntry.EACH_TRIGGER,
                                waitAndLeave()));
        for (int i = 0; i < 2; i++) {
            mvc.perform(
                            post("/v1/campaign-journeys/{id}:enter", PublicId.encode("jrn", byHand))
                                    .contentType("application/json")
                                    .content(
                                            "{\"members\": [\"%s\"], \"by\": \"guests\"}"
                                                    .formatted(PublicId.encode("mbr", member)))
                                    .with(SignIn.role("operations")))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.entered").value(1 - i));
        }
        long byAnswer =
                published(
                        new Content(
                                new Trigger("MessageAnswered", Map.of("word", "1")),
                                ReEntry.EACH_TRIGGER,
                                waitAndLeave()));
        for (String text : List.of("2", " 1 ", "1 and a long story")) {
            answers.handle(new HearAnswers.Command("sms", who.phone(), text));
        }
        pump.drain();
        advanceAll();
        assertThat(nodes(byAnswer)).containsExactly("rest");
    }

    @Test
    @Capability("JRN-02")
    void aWeeklySlotLetsASegmentInOnceAWeekHoweverManyLookAtTheClock() throws Exception {
        long segment = 1_000_000 + member;
        jdbc.sql(
                        """
                        insert into audience.segment_member (segment_id, member_id, since, cause)
                        values (:segment, :member, now(), 'test')
                        """)
                .param("segment", segment)
                .param("member", member)
                .update();
        assertThat(
                        new Timetable("week", "10:00", "MONDAY", "seg_x", null, 0)
                                .lastSlot(Instant.parse("2026-03-11T00:00:00Z"), VENUE))
                .isEqualTo("2026-03-09T02:00:00Z");
        assertThat(
                        new Timetable("month", "10:00", "28", "seg_x", null, 0)
                                .lastSlot(Instant.parse("2026-03-11T00:00:00Z"), VENUE))
                .isEqualTo("2026-02-28T02:00:00Z");
        long journey =
                published(
                        new Content(
                                new Trigger(
                                        Trigger.CLOCK,
                                        Map.of(),
                                        new Timetable(
                                                "day",
                                                "10:00",
                                                null,
                                                PublicId.encode("seg", segment),
                                                null,
                                                0)),
                                ReEntry.EACH_TRIGGER,
                                waitAndLeave()));
        clock.advance(Duration.ofDays(3));
        var calls = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 64; i++) {
            calls.add(() -> open.handle(clock.instant()));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> one : threads.invokeAll(calls)) {
                one.get();
            }
        }
        openAll();
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) filter (where done) || '/' || count(*)
                                        from journey.opening where journey_id = :journey
                                        """)
                                .param("journey", journey)
                                .query((row, number) -> row.getString(1))
                                .single())
                .as("of three slots that nobody saw the last one opens, once")
                .isEqualTo("1/1");
        assertThat(nodes(journey)).containsExactly("rest");
        publish.pause(journey);
    }
}
