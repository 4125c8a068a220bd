package dev.waystation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.waystation.statistics.RepeatVisits.History;
import dev.waystation.statistics.SpendPerVisit.Spent;
import dev.waystation.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published fit of the CDNOW data, published expectations, a naive likelihood, simulation. */
class RepeatVisitsTest {

    /** The published parameters with one digit more, as fitted here. */
    private static final RepeatVisits CDNOW = new RepeatVisits(0.2426, 4.4135, 0.7929, 2.4258);

    private static List<String[]> cdnow() throws IOException {
        try (Stream<String> lines =
                Files.lines(
                        SharedData.orSkip(
                                "data/cdnow/cdnow_customers_summary_with_transactions.csv"))) {
            return lines.skip(1).map(line -> line.split(",", -1)).toList();
        }
    }

    private static History history(String[] row) {
        return new History(
                Integer.parseInt(row[1]), Double.parseDouble(row[2]), Double.parseDouble(row[3]));
    }

    /** Fader, Hardie, Lee 2005, table 2: r 0.243, alpha 4.414, a 0.793, b 2.426, LL -9582.4. */
    @Test
    void theFitOfTheCdnowCustomersIsThePublishedOne() throws IOException {
        List<History> histories = cdnow().stream().map(RepeatVisitsTest::history).toList();
        RepeatVisits fit = RepeatVisits.fit(histories);
        assertThat(fit.r()).isCloseTo(0.243, within(5e-4));
        assertThat(fit.alpha()).isCloseTo(4.414, within(1e-3));
        assertThat(fit.a()).isCloseTo(0.793, within(1e-3));
        assertThat(fit.b()).isCloseTo(2.426, within(1e-3));
        assertThat(fit.logLikelihood(histories)).isCloseTo(-9582.4, within(0.05));
    }

    /** Fader, Hardie 2013: p 6.25, q 3.74, v 15.44 of the 946 who came again. */
    @Test
    void theFitOfWhatCdnowCustomersSpentIsThePublishedOne() throws IOException {
        List<Spent> spent =
                cdnow().stream()
                        .filter(row -> Integer.parseInt(row[1]) > 0)
                        .map(row -> new Spent(Integer.parseInt(row[1]), Double.parseDouble(row[4])))
                        .toList();
        assertThat(spent).hasSize(946);
        SpendPerVisit fit = SpendPerVisit.fit(spent);
        assertThat(fit.p()).isCloseTo(6.25, within(0.01));
        assertThat(fit.q()).isCloseTo(3.74, within(0.01));
        assertThat(fit.v()).isCloseTo(15.44, within(0.02));
        assertThat(fit.mean()).isCloseTo(35.17, within(0.05));
    }

    /** The values the tests of the package lifetimes hold for the same fit. */
    @Test
    void expectationsAreThePublishedOnes() {
        double[] weeks = {0.1429, 1, 3, 31.8571, 32, 78};
        double[] visits = {0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576};
        for (int i = 0; i < weeks.length; i++) {
            assertThat(CDNOW.expectedOfNew(weeks[i])).isCloseTo(visits[i], within(1e-3));
        }
        assertThat(CDNOW.expected(39, new History(2, 30.43, 38.86))).isCloseTo(1.226, within(1e-3));
    }

    /** Histories drawn from the model's own story: rates and chances to leave, visit by visit. */
    private static List<double[]> visits(RepeatVisits model, SplittableRandom random, int people) {
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            double rate = gamma(model.r(), random) / model.alpha();
            double x = gamma(model.a(), random);
            double leaves = x / (x + gamma(model.b(), random));
            List<Double> at = new ArrayList<>();
            double time = 0;
            do {
                time -= Math.log(1 - random.nextDouble()) / rate;
                if (time < 200) {
                    at.add(time);
                }
            } while (time < 200 && random.nextDouble() >= leaves);
            all.add(at.stream().mapToDouble(Double::doubleValue).toArray());
        }
        return all;
    }

    private static double gamma(double shape, SplittableRandom random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double z = random.nextGaussian();
            double v = Math.pow(1 + z / Math.sqrt(9 * d), 3);
            if (v > 0
                    && Math.log(1 - random.nextDouble())
                            < z * z / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    private static History until(double[] visits, double age) {
        int count = count(visits, 0, age);
        return new History(count, count == 0 ? 0 : visits[count - 1], age);
    }

    private static int count(double[] visits, double from, double to) {
        int count = 0;
        for (double visit : visits) {
            count += visit > from && visit <= to ? 1 : 0;
        }
        return count;
    }

    @Test
    void whoIsDrawnFromTheModelIsForetoldByItsFit() {
        RepeatVisits truth = new RepeatVisits(0.8, 6, 1.2, 4);
        List<double[]> people = visits(truth, new SplittableRandom(11), 6_000);
        List<History> known = people.stream().map(each -> until(each, 52)).toList();
        RepeatVisits fit = RepeatVisits.fit(known);
        assertThat(fit.r()).isCloseTo(truth.r(), within(0.08));
        assertThat(fit.alpha()).isCloseTo(truth.alpha(), within(0.9));
        double[] chance = new double[people.size()];
        double[] came = new double[people.size()];
        double[] expected = new double[people.size()];
        double[] visits = new double[people.size()];
        for (int i = 0; i < chance.length; i++) {
            chance[i] = fit.comesWithin(8, known.get(i));
            expected[i] = fit.expected(26, known.get(i));
            came[i] = Math.min(1, count(people.get(i), 52, 60));
            visits[i] = count(people.get(i), 52, 78);
        }
        assertThat(Forecasts.off(Forecasts.calibration(chance, came, 5))).isLessThan(0.02);
        assertThat(Forecasts.off(Forecasts.calibration(expected, visits, 5))).isLessThan(0.08);
    }

    /** The likelihood of one history as the story tells it, integrated over both laws by a grid. */
    @Test
    void theLikelihoodIsThatOfTheStory() {
        RepeatVisits model = new RepeatVisits(2.5, 5, 2, 3.5);
        for (History history :
                List.of(new History(0, 0, 9), new History(1, 4, 9), new History(6, 8.5, 9))) {
            int x = history.repeats();
            double sum = 0;
            double mass = 0;
            for (int i = 0; i < 1_500; i++) {
                double rate = (i + 0.5) * 5 / 1_500;
                for (int j = 0; j < 400; j++) {
                    double leaves = (j + 0.5) / 400;
                    double weight =
                            Math.pow(rate, model.r() - 1)
                                    * Math.exp(-model.alpha() * rate)
                                    * Math.pow(leaves, model.a() - 1)
                                    * Math.pow(1 - leaves, model.b() - 1);
                    double alive = Math.pow(1 - leaves, x) * Math.exp(-rate * history.age());
                    double gone =
                            x == 0
                                    ? 0
                                    : leaves
                                            * Math.pow(1 - leaves, x - 1)
                                            * Math.exp(-rate * history.last());
                    mass += weight;
                    sum += weight * Math.pow(rate, x) * (alive + gone);
                }
            }
            assertThat(model.logLikelihood(List.of(history)))
                    .isCloseTo(Math.log(sum / mass), within(1e-3));
        }
    }

    @Test
    void frequentVisitorsNeitherOverflowNorVanish() {
        double before = 0;
        for (int x : new int[] {1, 10, 100, 1_000, 10_000}) {
            History history = new History(x, 200, 200);
            double next = CDNOW.expected(10, history);
            assertThat(next).isFinite().isGreaterThan(before);
            assertThat(CDNOW.comesWithin(10, history)).isBetween(0.0, 1.0);
            before = next;
        }
        assertThat(CDNOW.alive(new History(10_000, 20, 200))).isZero();
        assertThat(CDNOW.alive(new History(0, 0, 200))).isOne();
        assertThat(new RepeatVisits(1, 4, 1, 2).expected(9, new History(2, 5, 8)))
                .isCloseTo(
                        new RepeatVisits(1, 4, 1.0001, 2).expected(9, new History(2, 5, 8)),
                        within(1e-3));
    }

    @Test
    void tooFewWhoCameAgainAreRefused() {
        assertThatThrownBy(() -> RepeatVisits.fit(List.of(new History(1, 2, 3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 came again, a fit needs 20");
        assertThatThrownBy(() -> new History(0, 3, 9)).hasMessageContaining("but once");
        assertThatThrownBy(() -> new History(2, 10, 9)).hasMessageContaining("between 0 and age");
        assertThatThrownBy(() -> CDNOW.expected(-1, new History(0, 0, 1)))
                .hasMessageContaining("time (-1.0)");
    }
}
