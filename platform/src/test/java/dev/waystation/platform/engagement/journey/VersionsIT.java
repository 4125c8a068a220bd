package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.waystation.platform.engagement.journey.usecase.KeepVersions;
import dev.waystation.platform.engagement.journey.usecase.MigrateEnrolments;
import dev.waystation.platform.engagement.journey.usecase.PublishJourney;
import dev.waystation.platform.engagement.journey.usecase.RehearseJourney;
import dev.waystation.platform.engagement.messaging.Template;
import dev.waystation.platform.engagement.messaging.Templates;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Versions that do not change, the way from one to the next and back, and rehearsals. */
@PlatformIT
class VersionsIT {

    @Autowired DraftJourney draft;
    @Autowired PublishJourney publish;
    @Autowired KeepVersions versions;
    @Autowired MigrateEnrolments migrate;
    @Autowired RehearseJourney rehearse;
    @Autowired HearFacts hear;
    @Autowired AdvanceDueEnrolments advance;
    @Autowired Templates templates;
    @Autowired Members members;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;

    private static int next = 1;

    @BeforeEach
    void publishAText() {
        templates.publish(
                new Template.Draft(
                        "versions-test", new Said("问候", "Hello"), new Said("{date}", "{date}")));
    }

    private static NodeDraft node(String id, String kind, Map<String, Object> settings) {
        return new NodeDraft(id, kind, Said.same(id), 0, 0, settings);
    }

    /** In, rest so long, perhaps split, say, out; a trip on the way ends it without the message. */
    private static GraphDraft graph(String rest, String length) {
        return new GraphDraft(
                List.of(
                        node("in", "entry", Map.of()),
                        node(rest, "wait", Map.of("length", length)),
                        node(
                                "say",
                                "message",
                                Map.of(
                                        "channel",
                                        "sms",
                                        "purpose",
                                        "transactional",
                                        "template",
                                        "versions-test")),
                        node("out", "exit", Map.of("goal", true))),
                List.of(
                        new EdgeDraft("in", rest, "next", null),
                        new EdgeDraft(rest, "say", "next", null),
                        new EdgeDraft("say", "out", "next", null)),
                null,
                List.of("TripCompleted"));
    }

    private DraftJourney.Command command(String code, long member, GraphDraft graph) {
        return new DraftJourney.Command(
                code,
                Said.same(code),
                new Content(
                        new Trigger("StudentVerified", Map.of("memberId", member)),
                        ReEntry.ONCE,
                        graph));
    }

    private long published(long member, GraphDraft graph) {
        long id =
                ((DraftJourney.Outcome.Kept)
                                draft.handle(command("versions-it-" + next++, member, graph)))
                        .journeyId();
        assertThat(publish.handle(id, "test")).isInstanceOf(PublishJourney.Outcome.Done.class);
        return id;
    }

    private long member() {
        return members.register(People.born(LocalDate.of(1990, 1, 1))).value();
    }

    private void enter(long member, Instant at) {
        hear.handle(
                List.of(
                        new HeardFact(
                                member,
                                "StudentVerified",
                                member,
                                at,
                                Map.of("memberId", member))));
        advanceAll();
    }

    private void advanceAll() {
        for (int moved = 1; moved > 0; moved = advance.handle(clock.instant())) {}
    }

    private String where(long journey, long member) {
        return jdbc.sql(
                        """
                        select version || ' ' || node || ' ' || state from journey.enrolment
                        where journey_id = :journey and member_id = :member
                        """)
                .param("journey", journey)
                .param("member", member)
                .query(String.class)
                .single();
    }

    @Test
    @Capability("JRN-13")
    void membersStayPinnedUntilAMapMovesThemAndAnOldVersionCanBeDrawnAgain() {
        long member = member();
        long journey = published(member, graph("rest", "P2D"));
        Instant start = clock.instant();
        enter(member, start);
        draft.redraw(journey, command("ignored", member, graph("pause", "PT6H")));
        publish.handle(journey, "test");
        clock.advance(Duration.ofHours(7));
        advanceAll();
        assertThat(where(journey, member)).as("pinned").isEqualTo("1 rest WAITING");

        assertThatThrownBy(() ->
                        jdbc.sql("update journey.version set content = '{}' where journey_id = :id")
                                .param("id", journey)
                                .update())
                .hasMessageContaining("does not change");
        assertThat(migrate.handle(new MigrateEnrolments.Command(journey, 1, Map.of(), false)))
                .isInstanceOfSatisfying(
                        MigrateEnrolments.Outcome.HasGaps.class,
                        gaps -> assertThat(gaps.gaps().getFirst().members()).isEqualTo(1));
        assertThat(
                        migrate.handle(
                                new MigrateEnrolments.Command(
                                        journey, 1, Map.of("rest", "say"), false)))
                .as("nobody can wait at a message")
                .isInstanceOf(MigrateEnrolments.Outcome.HasGaps.class);
        var map = Map.of("rest", "pause");
        assertThat(migrate.handle(new MigrateEnrolments.Command(journey, 1, map, true)))
                .isEqualTo(new MigrateEnrolments.Outcome.Moved(2, Map.of("rest", 1L), true));
        assertThat(where(journey, member)).as("a trial moves nobody").startsWith("1 rest");

        migrate.handle(new MigrateEnrolments.Command(journey, 1, map, false));
        assertThat(where(journey, member)).isEqualTo("2 pause WAITING");
        advanceAll();
        assertThat(where(journey, member))
                .as("the new wait of six hours began with the old one")
                .isEqualTo("2 out CONVERTED");

        assertThat(versions.list(journey).getFirst().difference().added()).containsExactly("pause");
        assertThat(versions.list(journey).getFirst().difference().removed())
                .containsExactly("rest");
        versions.restore(journey, 1);
        publish.handle(journey, "test");
        assertThat(versions.list(journey)).hasSize(3);
        assertThat(versions.list(journey).getFirst().difference().added()).containsExactly("rest");
    }

    @Test
    void anExitFactEndsTheJourneyBeforeTheMessageAndCountsNobodyTwice() {
        long member = member();
        long journey = published(member, graph("rest", "P2D"));
        Instant start = clock.instant();
        enter(member, start);
        HeardFact trip =
                new HeardFact(
                        member + 1,
                        "TripCompleted",
                        member,
                        start.plusSeconds(60),
                        Map.of("memberId", member));
        hear.handle(List.of(trip));
        hear.handle(List.of(trip));
        assertThat(where(journey, member)).isEqualTo("1 rest LEFT");
        assertThat(
                        jdbc.sql(
                                        """
                                        select departed from journey.node_counter
                                        where journey_id = :journey and node = 'rest'
                                        """)
                                .param("journey", journey)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void oneMemberWhoseStepFailsKeepsNobodyElseWaiting() {
        long broken = member();
        long well = member();
        long first = published(broken, graph("rest", "PT1S"));
        long second = published(well, graph("rest", "PT1S"));
        enter(broken, clock.instant());
        enter(well, clock.instant());
        jdbc.sql("update journey.enrolment set node = 'gone' where journey_id = :j")
                .param("j", first)
                .update();
        clock.advance(Duration.ofMinutes(1));
        advanceAll();
        assertThat(where(second, well)).isEqualTo("1 out CONVERTED");
        assertThat(where(first, broken)).isEqualTo("1 gone WAITING");
    }

    @Test
    @Capability("JRN-16")
    void aRehearsalWalksANamedMemberOnAClockOfItsOwnAndLeavesNoTrace() {
        long member = member();
        long journey = published(member, graph("rest", "P2D"));
        long before = rows();
        RehearseJourney.Rehearsal quiet =
                rehearse.handle(new RehearseJourney.Command(journey, member, Map.of(), List.of()))
                        .orElseThrow();
        assertThat(quiet.state()).isEqualTo("converted");
        assertThat(quiet.steps())
                .extracting(RehearseJourney.Step::code)
                .containsExactly("ENTERED", "WAITS", "WAITED", "MESSAGE_OFFERED", "GOAL_REACHED");
        RehearseJourney.Step said = quiet.steps().get(3);
        assertThat(said.at()).isEqualTo(quiet.steps().getFirst().at().plus(Duration.ofDays(2)));
        assertThat(said.gate()).isNotNull();

        RehearseJourney.Rehearsal left =
                rehearse.handle(
                                new RehearseJourney.Command(
                                        journey,
                                        member,
                                        Map.of(),
                                        List.of(
                                                new RehearseJourney.Happening(
                                                        "TripCompleted", 90))))
                        .orElseThrow();
        assertThat(left.state()).isEqualTo("left");
        assertThat(left.steps()).noneMatch(step -> step.code().equals("MESSAGE_OFFERED"));
        assertThat(rows()).as("rows written").isEqualTo(before);
    }

    private long rows() {
        return jdbc.sql(
                        """
                        select (select count(*) from journey.enrolment)
                             + (select count(*) from journey.trace)
                             + (select count(*) from messaging.message)
                             + (select count(*) from foundation.fact)
                             + (select count(*) from foundation.explanation)
                        """)
                .query(Long.class)
                .single();
    }
}
