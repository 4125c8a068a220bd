package dev.waystation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.waystation.testkit.SharedData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** The bucketing cases that every SDK of the field must pass, and what must hold beside them. */
class AssignmentTest {

    private static final double PRINTED = 1e-9;

    @TestFactory
    Stream<DynamicTest> hashesAsPublished() {
        return each(
                "hash",
                one -> {
                    OptionalDouble point =
                            Bucketing.point(
                                    (String) one.get(0),
                                    (String) one.get(1),
                                    ((Number) one.get(2)).intValue());
                    if (one.get(3) == null) {
                        assertThat(point).isEmpty();
                    } else {
                        assertThat(point.orElseThrow()).isEqualTo((Double) one.get(3));
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> sharesTheLineAsPublished() {
        return each(
                "getBucketRange",
                one -> {
                    List<?> given = (List<?>) one.get(1);
                    List<Bucketing.Range> ranges =
                            Bucketing.ranges(
                                    ((Number) given.get(0)).intValue(),
                                    ((Number) given.get(1)).doubleValue(),
                                    given.get(2) == null ? List.of() : doubles(given.get(2)));
                    List<?> printed = (List<?>) one.get(2);
                    assertThat(ranges).hasSameSizeAs(printed);
                    for (int i = 0; i < printed.size(); i++) {
                        List<Double> ends = doubles(printed.get(i));
                        assertThat(ranges.get(i).from()).isCloseTo(ends.get(0), within(PRINTED));
                        assertThat(ranges.get(i).to()).isCloseTo(ends.get(1), within(PRINTED));
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> choosesAsPublished() {
        return each(
                "chooseVariation",
                one ->
                        assertThat(
                                        Bucketing.choose(
                                                ((Number) one.get(1)).doubleValue(),
                                                ranges(one.get(2))))
                                .isEqualTo(one.get(3)));
    }

    @TestFactory
    Stream<DynamicTest> keepsLayersApartAsPublished() {
        return each(
                "inNamespace",
                one -> {
                    List<?> layer = (List<?>) one.get(2);
                    Bucketing.Range part =
                            new Bucketing.Range(
                                    ((Number) layer.get(1)).doubleValue(),
                                    ((Number) layer.get(2)).doubleValue());
                    assertThat(Bucketing.inLayer((String) one.get(1), (String) layer.get(0), part))
                            .isEqualTo(one.get(3));
                });
    }

    @TestFactory
    Stream<DynamicTest> weighsEquallyAsPublished() {
        return each(
                "getEqualWeights",
                one -> {
                    List<Double> weights = Bucketing.equalWeights(((Number) one.get(0)).intValue());
                    List<Double> printed = doubles(one.get(1));
                    assertThat(weights).hasSameSizeAs(printed);
                    for (int i = 0; i < printed.size(); i++) {
                        assertThat(weights.get(i)).isCloseTo(printed.get(i), within(1e-8));
                    }
                });
    }

    @Test
    void growingCoverageOnlyAddsUnitsAndMovesNobody() {
        Trial small = covering(0.2);
        Trial large = covering(0.7);
        int joined = 0;
        for (int i = 0; i < 20_000; i++) {
            Assignment.Who who = Assignment.Who.unit("mbr_" + i);
            Assignment before = Assignment.of(small, who);
            Assignment after = Assignment.of(large, who);
            if (before.takesPart()) {
                assertThat(after).isEqualTo(before);
            } else if (after.takesPart()) {
                joined++;
            }
        }
        assertThat(joined).isBetween(9_500, 10_500);
    }

    @Test
    void partsOfALayerThatDoNotOverlapNeverShareAUnit() {
        Bucketing.Range first = new Bucketing.Range(0, 0.3);
        Bucketing.Range second = new Bucketing.Range(0.3, 1);
        assertThat(IntStream.range(0, 10_000).mapToObj(i -> "mbr_" + i))
                .allSatisfy(unit ->
                        assertThat(Bucketing.inLayer(unit, "home", first))
                                .isNotEqualTo(Bucketing.inLayer(unit, "home", second)));
    }

    private static Trial covering(double share) {
        Trial all = Trial.of("ramp", 2);
        return new Trial(
                all.key(),
                all.seed(),
                all.hashVersion(),
                all.unitAttribute(),
                2,
                share,
                List.of(),
                List.of(),
                null,
                List.of(),
                true,
                null);
    }

    private interface Case {
        void holds(List<?> published);
    }

    private static Stream<DynamicTest> each(String family, Case holds) {
        List<?> cases = cases(family);
        return IntStream.range(0, cases.size())
                .mapToObj(i ->
                        DynamicTest.dynamicTest(
                                family + " " + i, () -> holds.holds((List<?>) cases.get(i))));
    }

    private static List<?> cases(String family) {
        Path file = SharedData.orSkip("data/growthbook-sdk-cases/cases.json");
        Map<?, ?> all = JsonMapper.builder().build().readValue(file, Map.class);
        return (List<?>) Objects.requireNonNull(all.get(family));
    }

    private static List<Bucketing.Range> ranges(Object printed) {
        return ((List<?>) printed)
                .stream()
                        .map(AssignmentTest::doubles)
                        .map(ends -> new Bucketing.Range(ends.get(0), ends.get(1)))
                        .toList();
    }

    private static List<Double> doubles(Object printed) {
        return ((List<?>) printed).stream().map(n -> ((Number) n).doubleValue()).toList();
    }
}
