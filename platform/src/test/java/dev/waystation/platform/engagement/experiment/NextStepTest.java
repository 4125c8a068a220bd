package dev.waystation.platform.engagement.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.engagement.experiment.model.Design;
import dev.waystation.platform.engagement.experiment.model.Judgement;
import dev.waystation.platform.engagement.experiment.model.Judgement.Counted;
import dev.waystation.platform.engagement.experiment.model.Metric;
import dev.waystation.platform.engagement.experiment.model.NextStep;
import dev.waystation.platform.engagement.experiment.model.Worth;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.statistics.Moments;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No winner before its time, what to do next, and what an arm was worth. */
class NextStepTest {

    private static final Design DESIGN =
            new Design(
                    List.of(
                            new Design.Arm("control", new Said("对照", "control"), 0.5),
                            new Design.Arm("offer", new Said("优惠", "offer"), 0.5)),
                    1,
                    null,
                    Metric.CONVERSION,
                    List.of(Metric.SERVICE_COST),
                    2_000);

    /** So many members of whom some spend just so much, and what each of all costs. */
    private static Counted arm(int units, int buyers, double each, double cost) {
        Map<Metric, Moments> of = new EnumMap<>(Metric.class);
        for (int i = 0; i < units; i++) {
            boolean buys = i < buyers;
            with(of, Metric.CONVERSION, buys ? 1 : 0);
            with(of, Metric.REVENUE, buys ? each : 0);
            with(of, Metric.SERVICE_COST, cost + i % 2);
        }
        return new Counted(units, of);
    }

    private static void with(Map<Metric, Moments> of, Metric metric, double value) {
        of.merge(metric, Moments.NONE.with(value), Moments::plus);
    }

    private static NextStep next(Judgement.Told told, long units, int days) {
        return NextStep.of(told, DESIGN, units, Duration.ofDays(days), true);
    }

    @Test
    void aLeadThatMayBeChanceIsNoWinnerAndTheDaysLeftAreSaid() {
        List<Counted> arms = List.of(arm(300, 60, 100, 5), arm(300, 70, 100, 5));
        Judgement.Told told = new Judgement(DESIGN, arms, 0).told();
        assertThat(told.verdict()).isEqualTo(Judgement.Verdict.TOO_EARLY);
        assertThat(told.sentence().zh()).doesNotContain("优于");
        NextStep step = next(told, 600, 3);
        assertThat(step.daysLeft()).as("200 a day, 1,400 to come").isEqualTo(7);
        assertThat(step.sentence().zh()).contains("不足以判断，还需 7 天", "不要宣布胜者");
    }

    @Test
    void aLeadThatIsSureIsNamedAndWhatToDoIsSaid() {
        List<Counted> arms = List.of(arm(900, 180, 100, 5), arm(900, 360, 100, 5));
        Judgement.Told told = new Judgement(DESIGN, arms, 0).told();
        assertThat(told.verdict()).isEqualTo(Judgement.Verdict.BETTER);
        NextStep step = next(told, 1_800, 9);
        assertThat(step.daysLeft()).isNull();
        assertThat(step.sentence().zh()).contains("给所有人");
    }

    @Test
    void aCostThatRisesHarmsAndOneThatFallsDoesNot() {
        Counted cheap = arm(900, 180, 100, 5);
        Counted dear = arm(900, 360, 100, 50);
        assertThat(new Judgement(DESIGN, List.of(cheap, dear), 0).told().verdict())
                .isEqualTo(Judgement.Verdict.HARMS_A_GUARD);
        assertThat(
                        new Judgement(
                                        DESIGN,
                                        List.of(arm(900, 180, 100, 50), arm(900, 360, 100, 5)),
                                        0)
                                .told()
                                .verdict())
                .isEqualTo(Judgement.Verdict.BETTER);
    }

    @Test
    void whatAnArmBroughtIsTheDifferenceTimesItsMembersWithAnIntervalAndAPlainVerdict() {
        List<Counted> sure = List.of(arm(900, 180, 100, 5), arm(900, 360, 100, 5));
        Judgement.Told told = new Judgement(DESIGN, sure, 0).told();
        Worth worth = Worth.of(DESIGN, sure, told, next(told, 1_800, 9)).getFirst();
        assertThat(worth.broughtMinor()).as("40 less 20 each, 900 members").isEqualTo(18_000);
        assertThat(worth.lowMinor()).isPositive().isLessThan(18_000);
        assertThat(worth.highMinor() - 18_000).isEqualTo(18_000 - worth.lowMinor());
        assertThat(worth.costMinor()).isZero();
        assertThat(worth.sentence().zh()).startsWith("值得");

        List<Counted> unsure = List.of(arm(300, 60, 100, 5), arm(300, 70, 100, 5));
        Judgement.Told early = new Judgement(DESIGN, unsure, 0).told();
        Worth open = Worth.of(DESIGN, unsure, early, next(early, 600, 3)).getFirst();
        assertThat(open.lowMinor()).isNegative();
        assertThat(open.sentence().zh()).isEqualTo("不足以判断，还需 7 天");
    }

    @Test
    void aBrokenSplitShowsNoWorth() {
        List<Counted> arms = List.of(arm(1_200, 180, 100, 5), arm(600, 360, 100, 5));
        Judgement.Told told = new Judgement(DESIGN, arms, 0).told();
        NextStep step = next(told, 1_800, 9);
        assertThat(Worth.of(DESIGN, arms, told, step)).isEmpty();
        assertThat(step.sentence().zh()).contains("不要用这些数字");
    }
}
