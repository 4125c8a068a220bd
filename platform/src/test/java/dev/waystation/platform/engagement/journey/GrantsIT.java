package dev.waystation.platform.engagement.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.journey.Bucket;
import dev.waystation.journey.GraphProblem;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.engagement.experiment.model.Design;
import dev.waystation.platform.engagement.experiment.model.Metric;
import dev.waystation.platform.engagement.experiment.usecase.ChangeTrials;
import dev.waystation.platform.engagement.journey.model.Content;
import dev.waystation.platform.engagement.journey.model.HeardFact;
import dev.waystation.platform.engagement.journey.model.ReEntry;
import dev.waystation.platform.engagement.journey.model.Trigger;
import dev.waystation.platform.engagement.journey.usecase.AdvanceDueEnrolments;
import dev.waystation.platform.engagement.journey.usecase.DraftJourney;
import dev.waystation.platform.engagement.journey.usecase.HearFacts;
import dev.waystation.platform.engagement.journey.usecase.PublishJourney;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.platform.members.wallet.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Journeys that give something, and the part of their members who get nothing, to compare. */
@PlatformIT
class GrantsIT {

    private static int next = 1;

    @Autowired DraftJourney draft;
    @Autowired PublishJourney publish;
    @Autowired ChangeTrials trials;
    @Autowired HearFacts hear;
    @Autowired AdvanceDueEnrolments advance;
    @Autowired Members members;
    @Autowired Points points;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;

    private final String code = "grants-it-" + next++;

    @Test
    void theOfferedGetTheirPointsOnceTheControlNothingAndBothAreCountedAsHavingSeenTheirArm() {
        running(0.1);
        published(Map.of("kind", "points", "what", "points", "amount", 200));
        List<Long> all = Stream.generate(this::member).limit(60).toList();
        Instant now = clock.instant();
        all.forEach(member -> enter(member, now));
        advanceAll(now);
        // who was in the middle of a step when the power failed does it again
        jdbc.sql(
                        "update journey.enrolment set ended_at = null, wakes_at = now(), node = 'in',"
                                + " state = 'ENTERING' where journey_id = (select journey_id from"
                                + " journey.definition where code = ?)")
                .param(code)
                .update();
        jdbc.sql("delete from journey.trace where member_id = any (?)")
                .param(all.toArray(Long[]::new))
                .update();
        advanceAll(now);
        Set<Long> control =
                all.stream()
                        .filter(member -> Bucket.of(code, PublicId.encode("mbr", member)) < 1_000)
                        .collect(Collectors.toSet());
        assertThat(control).isNotEmpty().hasSizeLessThan(30);
        for (long member : all) {
            assertThat(points.balance(member, Points.POINTS).spendable())
                    .isEqualTo(control.contains(member) ? 0 : 200);
        }
        long seen =
                jdbc.sql("select count(*) from experiment.exposure where trial_key = ?")
                        .param(code)
                        .query(Long.class)
                        .single();
        assertThat(seen).isBetween(50L, 60L);
    }

    @Test
    void whatCannotBeGivenIsSaidBeforePublication() {
        running(0.2);
        assertThat(problems(Map.of("kind", "coupon", "what", "cmp_nothing", "amount", 1)))
                .extracting(GraphProblem::kind)
                .containsExactlyInAnyOrder(
                        GraphProblem.Kind.GRANT_IS_UNKNOWN, GraphProblem.Kind.TRIAL_IS_UNKNOWN);
        assertThat(problems(Map.of("kind", "points", "what", "gold", "amount", 0)))
                .extracting(GraphProblem::kind)
                .contains(GraphProblem.Kind.GRANT_IS_EMPTY, GraphProblem.Kind.GRANT_IS_UNKNOWN);
        assertThat(problems(Map.of("kind", "pack", "what", "no-such-pack")))
                .extracting(GraphProblem::kind)
                .contains(GraphProblem.Kind.GRANT_IS_UNKNOWN);
    }

    private void running(double control) {
        Design design =
                new Design(
                        List.of(
                                new Design.Arm("control", Said.same("control"), control),
                                new Design.Arm("offer", Said.same("offer"), 1 - control)),
                        1,
                        null,
                        Metric.CONVERSION,
                        List.of(),
                        1_000);
        trials.handle(new ChangeTrials.Command(code, Said.same(code), design));
        trials.start(code);
    }

    private PublishJourney.Outcome outcome(String of, Map<String, Object> gift) {
        var content =
                new Content(
                        new Trigger("StudentVerified", Map.of("code", code)),
                        ReEntry.ONCE,
                        DrawnJourneys.watchOrGive(code, gift));
        long id =
                ((DraftJourney.Outcome.Kept)
                                draft.handle(new DraftJourney.Command(of, Said.same(of), content)))
                        .journeyId();
        return publish.handle(id, "test");
    }

    private void published(Map<String, Object> gift) {
        assertThat(outcome(code, gift)).isInstanceOf(PublishJourney.Outcome.Done.class);
    }

    private List<GraphProblem> problems(Map<String, Object> gift) {
        return ((PublishJourney.Outcome.Refused) outcome("grants-it-" + next++, gift)).problems();
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
                                Map.of("memberId", member, "code", code))));
    }

    private void advanceAll(Instant now) {
        while (advance.handle(now) > 0) {
            // until nobody is due
        }
    }
}
