package dev.waystation.platform.engagement.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.waystation.journey.Bucket;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.experiment.model.Design;
import dev.waystation.platform.engagement.experiment.model.Holdout;
import dev.waystation.platform.engagement.experiment.model.Judgement;
import dev.waystation.platform.engagement.experiment.model.Metric;
import dev.waystation.platform.engagement.experiment.usecase.ChangeTrials;
import dev.waystation.platform.engagement.experiment.usecase.PlanTrial;
import dev.waystation.platform.engagement.experiment.usecase.ReportTrial;
import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.WorldClock;
import dev.waystation.statistics.Bucketing;
import dev.waystation.testkit.Capability;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@PlatformIT
class ExperimentIT {

    private static final Holdout HOLDOUT = new Holdout(0.02);

    @Autowired Experiments experiments;
    @Autowired ChangeTrials change;
    @Autowired ReportTrial report;
    @Autowired PlanTrial plan;
    @Autowired WorldClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    private static int next = 1;

    private static Design design(double coverage, Design.@Nullable Layer layer, double control) {
        return new Design(
                List.of(
                        new Design.Arm("control", new Said("对照", "control"), control),
                        new Design.Arm("offer", new Said("优惠", "offer"), 1 - control)),
                coverage,
                layer,
                Metric.CONVERSION,
                List.of(Metric.REVENUE),
                2_000);
    }

    private String running(Design design) {
        String key = "trial-it-" + next++;
        change.handle(new ChangeTrials.Command(key, Said.same(key), design));
        change.start(key);
        return key;
    }

    private static LongStream members(long first, int count) {
        return LongStream.range(first, first + count)
                .filter(id -> !HOLDOUT.holds(PublicId.encode("mbr", id)));
    }

    @Test
    @Capability("EXP-01")
    void anArmIsTheSameInTheJourneyOverTheApiAndInThePublishedScheme() throws Exception {
        String key = running(design(1, null, 0.5));
        for (long member : members(810_000_000L, 200).toArray()) {
            String unit = PublicId.encode("mbr", member);
            double point = Bucketing.point(key, unit, Bucketing.CURRENT_VERSION).orElseThrow();
            assertThat(Bucket.of(key, unit)).isEqualTo((int) Math.round(point * 10_000));
            String arm = point < 0.5 ? "control" : "offer";
            assertThat(experiments.assign(key, member).arm()).isEqualTo(arm);
        }
        long member = members(810_000_000L, 200).findFirst().orElseThrow();
        mvc.perform(
                        post("/v1/experiments/" + key + ":assign")
                                .contentType("application/json")
                                .content("{\"member\": \"" + PublicId.encode("mbr", member) + "\"}")
                                .with(SignIn.role("operations")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.arm").value(experiments.assign(key, member).arm()))
                .andExpect(jsonPath("$.reason").value("ASSIGNED"));
        assertThat(
                        jdbc.sql(
                                        "select count(*) from experiment.exposure where trial_key = :k and"
                                                + " member_id = :m")
                                .param("k", key)
                                .param("m", member)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    @Capability("EXP-02")
    void partsOfALayerShareNobodyRampingMovesNobodyAndTheHoldoutIsNeverTouched() {
        String left = running(design(1, new Design.Layer("home", 0, 0.4), 0.5));
        String right = running(design(1, new Design.Layer("home", 0.4, 1), 0.5));
        String ramp = running(design(0.3, null, 0.5));
        List<Long> ids = LongStream.range(820_000_000L, 820_000_600L).boxed().toList();
        int taken = 0;
        for (long id : ids) {
            boolean inLeft = experiments.assign(left, id).takesPart();
            boolean inRight = experiments.assign(right, id).takesPart();
            boolean held = HOLDOUT.holds(PublicId.encode("mbr", id));
            assertThat(inLeft && inRight).isFalse();
            assertThat(inLeft || inRight).isEqualTo(!held);
            taken += inLeft ? 1 : 0;
        }
        assertThat(taken).isBetween(180, 300);
        List<String> before = ids.stream().map(id -> arm(ramp, id)).toList();
        change.redesign(ramp, design(0.8, null, 0.5));
        List<String> after = ids.stream().map(id -> arm(ramp, id)).toList();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals("none")) {
                assertThat(after.get(i)).isEqualTo(before.get(i));
            }
        }
        assertThat(after.stream().filter("none"::equals).count())
                .isLessThan(before.stream().filter("none"::equals).count());
    }

    private Judgement.Told told(String key) {
        return Objects.requireNonNull(report.one(key).orElseThrow().told(), "no verdict yet");
    }

    private String arm(String key, long member) {
        Assigned dealt = experiments.assign(key, member);
        return dealt.takesPart() ? dealt.arm() : "none";
    }

    @Test
    @Capability("EXP-09")
    void onlyWhatWidensKeepsThePhase() {
        String key = running(design(0.5, null, 0.5));
        assertThat(change.redesign(key, design(0.9, null, 0.5)))
                .isEqualTo(new ChangeTrials.Outcome.Done(key, 1));
        assertThat(change.redesign(key, design(0.6, null, 0.5)))
                .as("fewer members than before")
                .isEqualTo(new ChangeTrials.Outcome.Done(key, 2));
        assertThat(change.redesign(key, design(0.6, null, 0.3)))
                .as("other weights")
                .isEqualTo(new ChangeTrials.Outcome.Done(key, 3));
        Judgement.Told told = told(key);
        assertThat(told.verdict()).isEqualTo(Judgement.Verdict.TOO_EARLY);
    }

    @Test
    @Capability("EXP-05")
    void aLiftIsFoundOnceThereIsEnoughAndSpendingBeforeNarrowsIt() {
        String key = running(design(1, null, 0.5));
        expose(key, 830_000_000L, 3_000);
        var random = new SplittableRandom(7);
        members(830_000_000L, 3_000)
                .forEach(id -> {
                    boolean offered = arm(key, id).equals("offer");
                    boolean regular = random.nextInt(2) == 0;
                    if (regular) {
                        spend(id, "before", Duration.ofDays(-5), 10_000);
                    }
                    if (random.nextDouble() < (regular ? 0.5 : 0.1) + (offered ? 0.15 : 0)) {
                        spend(id, "after", Duration.ofMinutes(5), 10_000 + random.nextInt(500));
                    }
                });
        clock.advance(Duration.ofHours(1));
        Judgement.Told told = told(key);
        assertThat(told.health()).allMatch(Judgement.Check::held);
        assertThat(told.verdict()).isEqualTo(Judgement.Verdict.BETTER);
        Judgement.Compared found = told.comparisons().getFirst();
        assertThat(found.lift().low()).isPositive();
        assertThat(found.lift().lift()).isCloseTo(0.5, within(0.2));
    }

    @Test
    @Capability("EXP-03")
    void aBrokenSplitAndMembersWhoSawTwoArmsWithholdTheResult() {
        String split = running(design(1, null, 0.5));
        record(split, 840_000_000L, 700, id -> id % 10 < 6);
        Judgement.Told broken = told(split);
        assertThat(broken.verdict()).isEqualTo(Judgement.Verdict.WITHHELD);
        assertThat(broken.comparisons()).isEmpty();
        assertThat(broken.sentence().en()).contains("not as planned");

        String twice = running(design(1, null, 0.5));
        record(twice, 841_000_000L, 1_000, id -> id % 2 == 0);
        record(twice, 841_000_000L, 40, id -> id % 2 == 1);
        Judgement.Told mixed = told(twice);
        assertThat(mixed.verdict()).isEqualTo(Judgement.Verdict.WITHHELD);
        assertThat(mixed.sentence().en()).contains("more than one arm");
    }

    @Test
    @Capability("EXP-07")
    void tooLittleDataShowsNothingAndAGuardThatFallsOverrulesAWin() {
        String small = running(design(1, null, 0.5));
        record(small, 850_000_000L, 60, id -> id % 2 == 0);
        Judgement.Told early = told(small);
        assertThat(early.verdict()).isEqualTo(Judgement.Verdict.TOO_EARLY);
        assertThat(early.comparisons()).isEmpty();

        String harmful = running(design(1, null, 0.5));
        record(harmful, 851_000_000L, 3_000, id -> id % 2 == 0);
        var random = new SplittableRandom(3);
        LongStream.range(851_000_000L, 851_003_000L)
                .forEach(id -> {
                    boolean control = id % 2 == 0;
                    if (random.nextDouble() < (control ? 0.3 : 0.45)) {
                        spend(id, "after", Duration.ofMinutes(5), control ? 20_000 : 3_000);
                    }
                });
        clock.advance(Duration.ofHours(1));
        Judgement.Told told = told(harmful);
        assertThat(told.verdict()).isEqualTo(Judgement.Verdict.HARMS_A_GUARD);
        assertThat(told.comparisons())
                .extracting(Judgement.Compared::metric)
                .containsExactly(Metric.CONVERSION, Metric.REVENUE);
    }

    @Test
    @Capability("EXP-08")
    void planningReadsWhatMembersReallySpent() {
        LongStream.range(860_000_000L, 860_000_200L)
                .forEach(id -> spend(id, "plan", Duration.ofDays(-3), 5_000 + id % 7 * 1_000));
        PlanTrial.Plan small = plan.handle(new PlanTrial.Command(Metric.REVENUE, 0.02, 0.8, 1, 2));
        PlanTrial.Plan large = plan.handle(new PlanTrial.Command(Metric.REVENUE, 0.2, 0.8, 1, 2));
        assertThat(small.members()).isGreaterThanOrEqualTo(200);
        assertThat(small.unitsPerArm() / (double) large.unitsPerArm()).isCloseTo(100, within(3.0));
        assertThat(small.detectableLift()).isPositive();
    }

    private void expose(String key, long first, int count) {
        members(first, count).forEach(id -> experiments.assign(key, id));
    }

    /** Exposures as a broken client might cause them. */
    private void record(String key, long first, int count, LongPredicate control) {
        LongStream.range(first, first + count)
                .forEach(id ->
                        jdbc.sql(
                                        """
                                        insert into experiment.exposure values (:m, :k, 1, :arm, :at)
                                        on conflict do nothing
                                        """)
                                .param("m", id)
                                .param("k", key)
                                .param("arm", control.test(id) ? 0 : 1)
                                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                                .update());
    }

    private void spend(long member, String reference, Duration from, long amount) {
        jdbc.sql("insert into experiment.spend values (:m, :r, :at, :a) on conflict do nothing")
                .param("m", member)
                .param("r", reference)
                .param("at", clock.instant().plus(from).atOffset(java.time.ZoneOffset.UTC))
                .param("a", amount)
                .update();
    }
}
