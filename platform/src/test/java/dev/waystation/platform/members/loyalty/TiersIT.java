package dev.waystation.platform.members.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.foundation.edge.Explanations;
import dev.waystation.platform.members.loyalty.model.MetricDay;
import dev.waystation.platform.members.loyalty.store.MetricStore;
import dev.waystation.platform.members.loyalty.store.ReviewStore;
import dev.waystation.platform.members.loyalty.store.TierStore;
import dev.waystation.platform.members.loyalty.usecase.EndGrants;
import dev.waystation.platform.members.loyalty.usecase.GrantTier;
import dev.waystation.platform.members.loyalty.usecase.ReachTier;
import dev.waystation.platform.members.loyalty.usecase.ReviewTiers;
import dev.waystation.platform.members.loyalty.usecase.ShowTier;
import dev.waystation.platform.members.membership.Members;
import dev.waystation.platform.members.membership.People;
import dev.waystation.testkit.Capability;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class TiersIT {

    @Autowired Members members;
    @Autowired MetricStore metrics;
    @Autowired ReviewStore reviews;
    @Autowired TierStore store;
    @Autowired ReachTier reach;
    @Autowired ReviewTiers review;
    @Autowired GrantTier grant;
    @Autowired EndGrants end;
    @Autowired ShowTier show;
    @Autowired Explanations explanations;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private long member;
    private LocalDate today = LocalDate.EPOCH;

    /** Golden test 12: the clock stands still here, so what was done and what is due move back. */
    @Test
    @Capability("L46")
    @Capability("L47")
    void upgradedThenRefundedItStaysUntilTheReviewThenFallsOneStepAfterANoticeWithTheGap() {
        someone();
        did("rail.qualifying", today.minusDays(365), 4_100);
        did("rail.trips", today.minusDays(365), 12);
        backdate(365);
        assertThat(tier("main")).isEqualTo("gold");
        // the refund of the next day: the numbers drop at once, the tier does not
        did("rail.qualifying", today.minusDays(365), -300);
        reach.handle(member, "rail");
        assertThat(tier("main")).isEqualTo("gold");
        assertThat(dueIn("main", 30)).isEqualTo(today.plusDays(30));
        runReviews();
        String risk =
                jdbc.sql(
                                """
                                select body ->> 'explanationId' from foundation.fact
                                where type = 'loyalty.TierAtRisk' and subject = :member
                                """)
                        .param("member", member)
                        .query(String.class)
                        .single();
        assertThat(explanations.find(risk).orElseThrow().explanation().reasons())
                .filteredOn(reason -> reason.code().equals("MISSING"))
                .extracting(reason ->
                        reason.values().get("metric") + " " + reason.values().get("missing"))
                .contains("qualifying12m 4000", "trips12m 12");
        runReviews();
        assertThat(facts("loyalty.TierAtRisk")).as("told once").isEqualTo(1);

        dueIn("main", 0);
        runReviews();
        assertThat(tier("main")).as("days of grace").isEqualTo("gold");
        assertThat(show.handle(member).cause()).isEqualTo("grace");
        dueIn("main", 0);
        runReviews();
        assertThat(tier("main")).as("one step, not to the bottom").isEqualTo("silver");
        assertThat(show.at(member, clock.instant().minus(Duration.ofDays(200))).code())
                .isEqualTo("gold");
    }

    @Test
    @Capability("L46")
    void whoQualifiesAgainInTheDaysOfGraceKeepsTheTier() {
        someone();
        did("rail.qualifying", today.minusDays(400), 5_000);
        did("rail.trips", today.minusDays(400), 13);
        backdate(400, "gold");
        dueIn("main", 0);
        runReviews();
        assertThat(show.handle(member).cause()).isEqualTo("grace");
        did("rail.qualifying", today, 4_000);
        did("rail.trips", today, 12);
        reach.handle(member, "rail");
        assertThat(show.handle(member).cause()).isEqualTo("kept");
        assertThat(reviews.find(member, "main").orElseThrow().inGrace()).isFalse();
    }

    @Test
    @Capability("L49")
    void aTrialCountsToItsLastInstantAndAnyPastDateCanBeAsked() {
        someone();
        Instant now = clock.instant();
        GrantTier.Command trial =
                new GrantTier.Command(
                        member,
                        "main",
                        "platinum",
                        "trial",
                        now.plusSeconds(3_600),
                        "trial month",
                        "test");
        assertThat(grant.handle(trial)).isInstanceOf(GrantTier.Outcome.Granted.class);
        assertThat(grant.handle(trial))
                .isEqualTo(
                        new GrantTier.Outcome.Refused(
                                GrantTier.GrantRefusal.TIER_IS_GRANTED_ALREADY));
        assertThat(show.at(member, now.minusSeconds(1)).code()).isEqualTo("standard");
        assertThat(show.at(member, now.plusSeconds(3_599)).code()).isEqualTo("platinum");
        assertThat(show.at(member, now.plusSeconds(3_600)).code()).isEqualTo("standard");
        jdbc.sql(
                        """
                        update loyalty.tier_interval
                        set valid_from = valid_from - interval '2 hours',
                            valid_until = valid_until - interval '2 hours'
                        where member_id = :member
                        """)
                .param("member", member)
                .update();
        end.handle();
        end.handle();
        assertThat(facts("loyalty.TierChanged")).as("up and down, each told once").isEqualTo(2);
    }

    @Test
    @Capability("L50")
    void clubsRunSideBySide() {
        someone();
        did("rail.qualifying", today, 1_000);
        did("rail.trips", today, 4);
        did("park.nightVisits", today, 3);
        did("park.visits", today, 100);
        reach.handle(member, "rail");
        reach.handle(member, "park");
        assertThat(show.clubs(member))
                .extracting(ShowTier.View::code)
                .containsExactly("silver", "park-member", "night-owl", "laureate");
    }

    @Test
    @Capability("L48")
    void progressShowsTheGapOfEachNumberAndTheTierTheReviewWouldGive() {
        someone();
        did("rail.qualifying", today, 1_500);
        did("rail.trips", today, 5);
        reach.handle(member, "rail");
        ShowTier.View view = show.handle(member);
        ShowTier.Next next = Objects.requireNonNull(view.next());
        assertThat(next.code()).isEqualTo("gold");
        assertThat(next.gaps()).extracting(gap -> gap.missing()).containsExactly(2_500L, 7L);
        ShowTier.Outlook outlook = Objects.requireNonNull(view.review());
        assertThat(outlook.on()).isEqualTo(today.plusMonths(12));
        assertThat(outlook.wouldBe()).isEqualTo("standard");
    }

    @Test
    void theDatabaseRefusesTwoTiersAtOnce() {
        someone();
        TierStore.Interval first = interval(clock.instant());
        transaction.executeWithoutResult(_ -> store.grant(first));
        assertThat(store.grant(interval(clock.instant().plusSeconds(60)))).isFalse();
    }

    private TierStore.Interval interval(Instant from) {
        return new TierStore.Interval(
                member,
                "main",
                TierStore.GRANTED,
                "gold",
                2,
                from,
                from.plusSeconds(600),
                "grant",
                null);
    }

    private void someone() {
        member = members.register(People.born(LocalDate.of(1990, 2, 1))).value();
        today = LocalDate.now(clock);
    }

    private void did(String metric, LocalDate day, long value) {
        metrics.add(List.of(new MetricDay(member, metric, day, value)));
    }

    /** The tier was reached that many days ago, by what was done then. */
    private void backdate(int days) {
        reach.handle(member, "rail");
        if (!tier("main").equals("gold")) {
            // what was done then lies on the window's edge today: reach it as of then
            did("rail.qualifying", today, 4_100);
            did("rail.trips", today, 12);
            reach.handle(member, "rail");
            did("rail.qualifying", today, -4_100);
            did("rail.trips", today, -12);
        }
        jdbc.sql(
                        """
                        update loyalty.tier_interval
                        set valid_from = valid_from - make_interval(days => :days)
                        where member_id = :member
                        """)
                .param("days", days)
                .param("member", member)
                .update();
    }

    private void backdate(int days, String tier) {
        backdate(days);
        assertThat(tier("main")).isEqualTo(tier);
    }

    private LocalDate dueIn(String club, int days) {
        LocalDate due = today.plusDays(days);
        ReviewStore.Review was = reviews.find(member, club).orElseThrow();
        reviews.set(
                new ReviewStore.Review(
                        member, club, due, due.minusDays(30), was.noticed(), was.inGrace()));
        return due;
    }

    private void runReviews() {
        review.handle(1_000);
    }

    private String tier(String club) {
        return show.clubs(member).stream()
                .filter(view -> view.club().equals(club))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private long facts(String type) {
        return jdbc.sql(
                        "select count(*) from foundation.fact where type = :type and subject = :member")
                .param("type", type)
                .param("member", member)
                .query(Long.class)
                .single();
    }
}
