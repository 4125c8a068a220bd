package dev.waystation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.waystation.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Regression, ranking, calibration and shift: published values and naive references. */
class ForecastsTest {

    private static final double[] HOURS = {
        0.50, 0.75, 1.00, 1.25, 1.50, 1.75, 1.75, 2.00, 2.25, 2.50, 2.75, 3.00, 3.25, 3.50, 4.00,
        4.25, 4.50, 4.75, 5.00, 5.50
    };
    private static final String PASSED = "00000010101010111111";

    private static boolean[] yes(String digits) {
        boolean[] yes = new boolean[digits.length()];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = digits.charAt(i) == '1';
        }
        return yes;
    }

    /** Wikipedia, Logistic regression: intercept -4.07771, 1.50465 per hour of study. */
    @Test
    void twentyStudentsGiveThePublishedLine() {
        List<double[]> rows = Arrays.stream(HOURS).mapToObj(hour -> new double[] {hour}).toList();
        Logistic fit = Logistic.fit(rows, yes(PASSED), 1e-9);
        assertThat(fit.weights().getFirst() / fit.deviations().getFirst())
                .isCloseTo(1.50465, within(1e-4));
        assertThat(fit.probability(0)).isCloseTo(Logistic.sigmoid(-4.07771), within(1e-5));
        assertThat(fit.probability(4)).isCloseTo(0.87, within(0.005));
        assertThat(fit.intercept() + fit.contribution(0, 4))
                .isCloseTo(-4.07771 + 4 * 1.50465, within(1e-3));
    }

    @Test
    void perfectlyPartedDataHaveAnAnswerAndAConstantFeatureWeighsNothing() {
        List<double[]> rows = new ArrayList<>();
        boolean[] late = new boolean[40];
        for (int i = 0; i < late.length; i++) {
            rows.add(new double[] {i, 7});
            late[i] = i >= 20;
        }
        Logistic fit = Logistic.fit(rows, late, 1);
        assertThat(fit.probability(0, 7)).isLessThan(0.1);
        assertThat(fit.probability(39, 7)).isGreaterThan(0.9);
        assertThat(fit.contribution(1, 1_000)).isZero();
    }

    @Test
    void whatCannotBeLearntIsRefused() {
        List<double[]> two = List.of(new double[] {1}, new double[] {2});
        assertThatThrownBy(() -> Logistic.fit(two, yes("11"), 1))
                .hasMessageContaining("2 of 2 answers are yes");
        assertThatThrownBy(() -> Logistic.fit(two, yes("101"), 1)).hasMessageContaining("as many");
        assertThatThrownBy(() ->
                        Logistic.fit(
                                List.of(new double[] {1}, new double[] {Double.NaN}), yes("10"), 1))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> Logistic.fit(two, yes("10"), 0)).hasMessageContaining("ridge");
        assertThatThrownBy(() -> Forecasts.auc(new double[] {1, 2}, yes("00")))
                .hasMessageContaining("nothing to rank");
    }

    /** The literature has 0.84 to 0.85 on these 7,043 customers; each fifth is held out once. */
    @Test
    void churnOfTelephoneCustomersIsRankedAsInTheLiterature() throws IOException {
        List<String[]> lines =
                Files.readAllLines(SharedData.orSkip("data/telco-churn/Telco-Customer-Churn.csv"))
                        .stream()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .toList();
        List<List<String>> words = new ArrayList<>();
        for (int column = 1; column <= 17; column++) {
            int at = column;
            words.add(
                    column == 2 || column == 5
                            ? List.of()
                            : List.copyOf(
                                    new TreeSet<>(lines.stream().map(line -> line[at]).toList())));
        }
        List<double[]> rows = lines.stream().map(line -> telco(line, words)).toList();
        boolean[] left = new boolean[rows.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = lines.get(i)[20].equals("Yes");
        }
        double ranked = 0;
        for (int fold = 0; fold < 5; fold++) {
            ranked += heldOut(rows, left, fold) / 5;
        }
        assertThat(ranked).isBetween(0.84, 0.85);
    }

    /** Ranks every fifth customer by what the others teach. */
    private static double heldOut(List<double[]> rows, boolean[] left, int fold) {
        int[] others = IntStream.range(0, left.length).filter(i -> i % 5 != fold).toArray();
        int[] these = IntStream.range(0, left.length).filter(i -> i % 5 == fold).toArray();
        Logistic fit =
                Logistic.fit(
                        IntStream.of(others).mapToObj(rows::get).toList(), of(left, others), 1);
        double[] said =
                IntStream.of(these).mapToDouble(i -> fit.probability(rows.get(i))).toArray();
        double[] came = IntStream.of(these).mapToDouble(i -> left[i] ? 1 : 0).toArray();
        assertThat(Forecasts.off(Forecasts.calibration(said, came, 10))).isLessThan(0.05);
        return Forecasts.auc(said, of(left, these));
    }

    private static boolean[] of(boolean[] all, int[] chosen) {
        boolean[] some = new boolean[chosen.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = all[chosen[i]];
        }
        return some;
    }

    private static double[] telco(String[] line, List<List<String>> words) {
        List<Double> row = new ArrayList<>();
        for (int column = 1; column <= 17; column++) {
            List<String> choices = words.get(column - 1);
            for (int i = 1; i < choices.size(); i++) {
                row.add(line[column].equals(choices.get(i)) ? 1.0 : 0.0);
            }
        }
        for (int column : new int[] {5, 18, 19}) {
            row.add(line[column].isBlank() ? 0 : Double.parseDouble(line[column]));
        }
        return row.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void rankingIsTheShareOfPairsInTheRightOrder() {
        var random = new SplittableRandom(5);
        for (int round = 0; round < 200; round++) {
            int size = random.nextInt(2, 60);
            double[] said = new double[size];
            boolean[] came = new boolean[size];
            for (int i = 0; i < size; i++) {
                said[i] = random.nextInt(10);
                came[i] = random.nextBoolean();
            }
            came[0] = true;
            came[1] = false;
            double right = 0;
            double pairs = 0;
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    if (came[i] && !came[j]) {
                        pairs++;
                        right += said[i] > said[j] ? 1 : said[i] == said[j] ? 0.5 : 0;
                    }
                }
            }
            assertThat(Forecasts.auc(said, came)).isCloseTo(right / pairs, within(1e-12));
        }
    }

    @Test
    void binsOfCalibrationHoldEverybodyOnce() {
        double[] said = {0.9, 0.1, 0.2, 0.8, 0.3};
        double[] came = {1, 0, 0, 1, 1};
        assertThat(Forecasts.calibration(said, came, 2))
                .satisfiesExactly(
                        low -> {
                            assertThat(low.count()).isEqualTo(2);
                            assertThat(low.forecast()).isCloseTo(0.15, within(1e-12));
                            assertThat(low.happened()).isZero();
                        },
                        high -> {
                            assertThat(high.count()).isEqualTo(3);
                            assertThat(high.forecast()).isCloseTo(2.0 / 3, within(1e-12));
                            assertThat(high.happened()).isOne();
                        });
    }

    /** By hand: shares 50, 30, 20 against 30, 30, 40: 0.2 ln(5/3) + 0.2 ln 2 = 0.2408. */
    @Test
    void aShiftOfScoresIsMeasuredAndTheSameScoresHaveNone() {
        Histogram before = new Histogram(List.of(0.3, 0.6), List.of(50_000L, 30_000L, 20_000L));
        Histogram now = new Histogram(List.of(0.3, 0.6), List.of(30_000L, 30_000L, 40_000L));
        assertThat(before.shiftTo(now))
                .isCloseTo(0.2408, within(1e-4))
                .isGreaterThan(Histogram.SHIFTED);
        assertThat(before.shiftTo(before)).isZero();
        assertThat(before.shiftTo(new Histogram(List.of(0.3, 0.6), List.of(0L, 0L, 9L))))
                .isFinite();
    }

    @Test
    void scoresOfOneKindShiftByChanceOnlyALittle() {
        var random = new SplittableRandom(3);
        double[] first = random.doubles(2_000).toArray();
        double[] same = random.doubles(2_000).toArray();
        double[] higher = random.doubles(2_000).map(Math::sqrt).toArray();
        Histogram reference = Histogram.of(first, 10);
        assertThat(reference.size()).isEqualTo(2_000);
        assertThat(reference.counts()).allMatch(count -> count == 200);
        assertThat(reference.shiftTo(reference.empty().with(same))).isLessThan(0.03);
        assertThat(reference.shiftTo(reference.empty().with(higher)))
                .isGreaterThan(Histogram.SHIFTED);
        assertThat(Histogram.of(new double[] {4, 4, 4}, 10).counts()).containsExactly(3L);
    }
}
