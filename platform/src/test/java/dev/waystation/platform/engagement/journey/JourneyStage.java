package dev.waystation.platform.engagement.journey;

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
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.engagement.messaging.usecase.DeliverDueMessages;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.membership.usecase.ChangeConsents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A member, journeys about them, and a clock that starts at noon. */
@PlatformIT
abstract class JourneyStage {

    private static final AtomicLong POSITION = new AtomicLong(7_000_000);
    private static int next = 1;
    static final ZoneId VENUE = VenueZone.DEFAULT;

    @Autowired DraftJourney draft;
    @Autowired PublishJourney publish;
    @Autowired HearFacts hear;
    @Autowired AdvanceDueEnrolments advance;
    @Autowired DeliverDueMessages deliver;
    @Autowired Templates templates;
    @Autowired Members members;
    @Autowired ChangeConsents consents;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    long member;

    @BeforeEach
    void aMemberWhoAgreedAndAText() {
        templates.publish(
                new Template.Draft("steered-test", new Said("提醒", "Note"), new Said("您好", "Hi")));
        member = members.register(People.born(LocalDate.of(1990, 1, 1))).value();
        consents.handle(
                new ChangeConsents.Command(
                        member,
                        List.of(new ChangeConsents.Choice("sms", "marketing", true)),
                        "member"));
        noon();
    }

    /** Tests share one clock that only goes forward; quiet hours must not depend on when. */
    void noon() {
        var now = clock.instant().atZone(VENUE);
        var noon = now.toLocalDate().atTime(LocalTime.NOON).atZone(VENUE);
        if (now.isAfter(noon)) {
            noon = noon.plusDays(1);
        }
        clock.advance(Duration.between(now, noon));
    }

    static NodeDraft node(String id, String kind, Map<String, Object> settings) {
        return new NodeDraft(id, kind, Said.same(id), 0, 0, settings);
    }

    static NodeDraft say(String id, Map<String, Object> more) {
        var settings = new HashMap<String, Object>(more);
        settings.put("channel", "sms");
        settings.put("purpose", "marketing");
        settings.put("template", "steered-test");
        return node(id, "message", settings);
    }

    static EdgeDraft edge(String from, String port, String to) {
        return new EdgeDraft(from, to, port, null);
    }

    long published(String trigger, ReEntry rule, GraphDraft graph) {
        return published(
                new Content(new Trigger(trigger, Map.of("memberId", member)), rule, graph));
    }

    long published(Content content) {
        var command = new DraftJourney.Command("steered-" + next++, Said.same("test"), content);
        long id = ((DraftJourney.Outcome.Kept) draft.handle(command)).journeyId();
        assertThat(publish.handle(id, "test")).isInstanceOf(PublishJourney.Outcome.Done.class);
        return id;
    }

    static long nextPosition() {
        return POSITION.incrementAndGet();
    }

    /** Until a statement of another transaction waits for a lock. */
    void untilSomebodyWaits() {
        String waiting =
                """
                select count(*), pg_sleep(0.02) from pg_locks where not granted
                """;
        int asked = 0;
        while (jdbc.sql(waiting).query((row, number) -> row.getInt(1)).single() == 0) {
            assertThat(++asked).as("nobody came to wait").isLessThan(1_500);
        }
    }

    void tell(String fact, Instant at, Map<String, Object> values) {
        var all = new HashMap<>(values);
        all.put("memberId", member);
        hear.handle(List.of(new HeardFact(nextPosition(), fact, member, at, all)));
    }

    void advanceAll() {
        for (int moved = 1; moved > 0; moved = advance.handle(clock.instant())) {}
    }

    void later(Duration length) {
        clock.advance(length);
        advanceAll();
    }

    List<String> nodes(long journey) {
        return jdbc.sql(
                        """
                        select node from journey.enrolment
                        where journey_id = :journey and member_id = :member order by enrolment_id
                        """)
                .param("journey", journey)
                .param("member", member)
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<String> messages(long journey) {
        return jdbc.sql(
                        """
                        select status || coalesce(' ' || reason, '') from messaging.message
                        where member_id = :member and source =
                            (select 'journey/' || code from journey.definition where journey_id = :journey)
                        order by message_id
                        """)
                .param("journey", journey)
                .param("member", member)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
