package dev.waystation.platform.engagement.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.EdgeDraft;
import dev.waystation.platform.engagement.journey.model.GraphDraft;
import dev.waystation.platform.engagement.journey.model.HeardFact;
import dev.waystation.platform.engagement.journey.model.NodeDraft;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.journey.usecase.AdvanceDueEnrolments;
import dev.waystation.platform.engagement.journey.usecase.DraftJourney;
import dev.waystation.platform.engagement.journey.usecase.HearFacts;
import dev.waystation.platform.engagement.journey.usecase.PublishJourney;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.facts.FactPump;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A journey that speaks by WeCom waits for the person who sends, or for its own patience. */
@PlatformIT
class JourneyByStaffIT extends WecomStage {

    @Autowired DraftJourney draft;
    @Autowired PublishJourney publish;
    @Autowired HearFacts hear;
    @Autowired AdvanceDueEnrolments advance;
    @Autowired FactPump pump;

    private final String code = "by-staff-" + UUID.randomUUID().toString().substring(0, 8);

    private static NodeDraft node(String id, String kind, Map<String, Object> settings) {
        return new NodeDraft(id, kind, Said.same(id), 0, 0, settings);
    }

    private long published(long member) {
        var graph =
                new GraphDraft(
                        List.of(
                                node("in", "entry", Map.of()),
                                node(
                                        "say",
                                        "message",
                                        Map.of(
                                                "channel",
                                                "wecom",
                                                "purpose",
                                                "marketing",
                                                "template",
                                                TEMPLATE)),
                                node(
                                        "sent",
                                        "await",
                                        Map.of("fact", "MessageDelivered", "patience", "P2D")),
                                node("good", "exit", Map.of("goal", true)),
                                node("late", "exit", Map.of("goal", false))),
                        List.of(
                                new EdgeDraft("in", "say", "next", null),
                                new EdgeDraft("say", "sent", "next", null),
                                new EdgeDraft("sent", "good", "fact", null),
                                new EdgeDraft("sent", "late", "timeout", null)),
                        null);
        var trigger = new Trigger("StudentVerified", Map.of("memberId", member));
        var content = new Content(trigger, ReEntry.ONCE, graph);
        var command = new DraftJourney.Command(code + member, Said.same("by staff"), content);
        long journey = ((DraftJourney.Outcome.Kept) draft.handle(command)).journeyId();
        assertThat(publish.handle(journey, "test")).isInstanceOf(PublishJourney.Outcome.Done.class);
        return journey;
    }

    private void enter(long member) {
        hear.handle(
                List.of(
                        new HeardFact(
                                8_000_000 + member,
                                "StudentVerified",
                                member,
                                clock.instant(),
                                Map.of("memberId", member))));
        advanceAll();
        deliver();
        handOver();
    }

    private void advanceAll() {
        pump.drain();
        for (int moved = 1; moved > 0; ) {
            moved = advance.handle(clock.instant());
        }
    }

    private String place(long journey) {
        return jdbc.sql("select node from journey.enrolment where journey_id = :journey")
                .param("journey", journey)
                .query(String.class)
                .single();
    }

    @Test
    @Capability("CH-05")
    void itGoesOnWhenStaffHasSentAndWithoutThatWhenItsPatienceEnds() {
        List<Long> known = known("anna", 2);
        long reached = known.getFirst();
        long waiting = known.getLast();
        long first = published(reached);
        long second = published(waiting);
        enter(reached);
        enter(waiting);
        assertThat(place(first)).isEqualTo("sent");
        assertThat(place(second)).isEqualTo("sent");
        wecom.tasks.values().stream()
                .filter(task -> task.results.containsKey(external(reached)))
                .forEach(task -> wecom.send(task, 1));
        pull();
        advanceAll();
        assertThat(place(first)).isEqualTo("good");
        assertThat(place(second)).isEqualTo("sent");
        clock.advance(Duration.ofDays(2));
        advanceAll();
        assertThat(place(second)).isEqualTo("late");
    }
}
