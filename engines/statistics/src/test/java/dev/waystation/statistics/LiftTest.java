package dev.waystation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waystation.testkit.Capability;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Published values, theory, and coverage by simulation. */
class LiftTest {

    private static final double ALPHA = 0.05;

    private static Moments of(double... values) {
        Moments moments = Moments.NONE;
        for (double value : values) {
            moments = moments.with(value);
        }
        return moments;
    }

    /** Student's sleep data, as R prints {@code t.test(extra ~ group, data = sleep)}. */
    @Test
    void welchsTestGivesThePublishedValuesOfTheSleepData() {
        Moments first = of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
        Moments second = of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);
        Lift found = Lift.absolute(second.estimate(), first.estimate(), ALPHA);
        assertThat(found.p()).isCloseTo(0.07939, within(5e-6));
        assertThat(found.low()).isCloseTo(-3.3654832, within(5e-8));
        assertThat(found.high()).isCloseTo(0.2054832, within(5e-8));
    }

    /** R's help page of p.adjust and Wikipedia's of Holm's method give these. */
    @Test
    void correctionsForManyLooksGiveThePublishedValues() {
        List<Double> chances = List.of(0.01, 0.04, 0.03, 0.005);
        assertThat(Checks.holm(chances)).containsExactly(0.03, 0.06, 0.06, 0.02);
        assertThat(Checks.benjaminiHochberg(chances)).containsExactly(0.02, 0.04, 0.04, 0.02);
    }

    /** Kohavi, Tang and Xu (2020): 821,588 against 815,482 users of an even split, p = 1.8e-6. */
    @Test
    void aSplitThatIsNotThePlannedOneIsFound() {
        double broken = Checks.splitChance(List.of(821_588L, 815_482L), List.of(0.5, 0.5));
        assertThat(broken).isCloseTo(1.8e-6, within(5e-8)).isLessThan(Checks.SPLIT_IS_BROKEN);
        assertThat(Checks.splitChance(List.of(500_300L, 499_700L), List.of(0.5, 0.5)))
                .isGreaterThan(Checks.SPLIT_IS_BROKEN);
    }

    /** R's help page: power.prop.test(p1 = .50, p2 = .75, power = .90) gives n = 76.7. */
    @Test
    void planningGivesThePublishedSampleAndItsInverse() {
        assertThat(Power.unitsForShares(0.50, 0.75, 0.05, 0.90)).isCloseTo(76.7, within(0.05));
        double units = Power.unitsForMean(100, 40, 0.02, 0.05, 0.8);
        assertThat(Power.detectableLift(100, 40, units, 0.05, 0.8)).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void theIntervalOfTheRelativeLiftCoversTheTruthAsOftenAsItSays() {
        var random = new SplittableRandom(11);
        int covered = 0;
        int runs = 4_000;
        for (int run = 0; run < runs; run++) {
            Moments control = Moments.NONE;
            Moments arm = Moments.NONE;
            for (int i = 0; i < 300; i++) {
                control = control.with(10 + 3 * random.nextGaussian());
                arm = arm.with(11 + 4 * random.nextGaussian());
            }
            Lift lift = Lift.fixed(control.estimate(), arm.estimate(), ALPHA);
            covered += lift.low() <= 0.1 && 0.1 <= lift.high() ? 1 : 0;
        }
        assertThat(covered / (double) runs).isCloseTo(0.95, within(0.012));
    }

    @Test
    void whatWasSpentBeforeTakesOutTheVarianceTheorySays() {
        var random = new SplittableRandom(5);
        double rho = 0.8;
        Moments all = Moments.NONE;
        for (int i = 0; i < 200_000; i++) {
            double before = random.nextGaussian();
            double after = rho * before + Math.sqrt(1 - rho * rho) * random.nextGaussian();
            all = all.with(after, before);
        }
        double left =
                all.adjusted(all.slope(), all.otherMean()).variance() / all.estimate().variance();
        assertThat(left).isCloseTo(1 - rho * rho, within(0.01));
    }

    /** 15 over 6; what is left of each unit is -0.5, -1 and 1.5, whose variance is 1.75. */
    @Test
    void aRatioHasTheVarianceMadeByHand() {
        Moments sums = Moments.NONE.with(2, 1).with(4, 2).with(9, 3);
        assertThat(sums.ratio().mean()).isCloseTo(2.5, within(1e-12));
        assertThat(sums.ratio().variance()).isCloseTo(1.75 / 4 / 3, within(1e-12));
    }

    @Test
    void aRatioOfSumsIsAsUnsureAsItsRepetitionShows() {
        var random = new SplittableRandom(3);
        double sum = 0;
        double squares = 0;
        double claimed = 0;
        int runs = 2_000;
        for (int run = 0; run < runs; run++) {
            Moments.Estimate ratio = clusters(random, 200).ratio();
            sum += ratio.mean();
            squares += ratio.mean() * ratio.mean();
            claimed += ratio.variance();
        }
        double real = squares / runs - sum * sum / runs / runs;
        assertThat(claimed / runs / real).isCloseTo(1, within(0.08));
    }

    @Test
    @Capability("EXP-10")
    void clustersGiveTheVarianceTheyHaveAndNotThatOfTheirMembers() {
        var random = new SplittableRandom(9);
        int clustered = 0;
        int naive = 0;
        int runs = 1_500;
        for (int run = 0; run < runs; run++) {
            Moments a = clusters(random, 120);
            Moments b = clusters(random, 120);
            clustered += Lift.fixed(a.ratio(), b.ratio(), ALPHA).isSure() ? 1 : 0;
            naive += Lift.fixed(asMembers(a), asMembers(b), ALPHA).isSure() ? 1 : 0;
        }
        assertThat(clustered / (double) runs).isCloseTo(ALPHA, within(0.02));
        assertThat(naive / (double) runs).as("the mistake this avoids").isGreaterThan(0.2);
    }

    /** Families of one to five who spend alike: sum of spend over number of members. */
    private static Moments clusters(SplittableRandom random, int count) {
        Moments moments = Moments.NONE;
        for (int i = 0; i < count; i++) {
            int size = random.nextInt(1, 6);
            double habit = 50 + 20 * random.nextGaussian();
            moments = moments.with(habit * size, size);
        }
        return moments;
    }

    private static Moments.Estimate asMembers(Moments clusters) {
        long members = Math.round(clusters.other());
        double mean = clusters.sum() / members;
        return new Moments.Estimate(members, mean, 400.0 / members);
    }

    @Test
    @Capability("EXP-06")
    void lookingEveryDayErrsInAtMostFiveOfAHundredTrialsOfNothing() {
        Peeks peeks = new Peeks(10_000, 30, 120);
        assertThat(peeks.share(true)).as("anytime-valid").isLessThanOrEqualTo(ALPHA);
        assertThat(peeks.share(false))
                .as("the test for one look, looked at daily")
                .isGreaterThan(0.15);
    }

    /** Trials of two equal arms, looked at every day. */
    private record Peeks(int trials, int days, int unitsADay) {

        double share(boolean anytime) {
            var random = new SplittableRandom(20_261_122);
            int wrong = 0;
            for (int trial = 0; trial < trials; trial++) {
                wrong += isWrong(random, anytime) ? 1 : 0;
            }
            return wrong / (double) trials;
        }

        private boolean isWrong(SplittableRandom random, boolean anytime) {
            Moments control = Moments.NONE;
            Moments arm = Moments.NONE;
            boolean wrong = false;
            for (int day = 0; day < days; day++) {
                control = control.plus(bought(random));
                arm = arm.plus(bought(random));
                Lift lift =
                        anytime
                                ? Lift.anytime(control.estimate(), arm.estimate(), ALPHA, 5_000)
                                : Lift.fixed(control.estimate(), arm.estimate(), ALPHA);
                wrong |= lift.isSure();
            }
            return wrong;
        }

        /** Each unit buys with a chance of two in ten. */
        private Moments bought(SplittableRandom random) {
            int buyers = 0;
            for (int i = 0; i < unitsADay; i++) {
                buyers += random.nextInt(10) < 2 ? 1 : 0;
            }
            return new Moments(unitsADay, buyers, buyers, 0, 0, 0);
        }
    }
}
