package dev.waystation.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.testkit.SharedData;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** The 248 evalCondition cases that every SDK of the field must pass. */
class PublishedCasesTest {

    private static final int CASE_COUNT = 248;

    @Test
    void theFileHoldsAllCases() {
        assertThat(cases()).hasSize(CASE_COUNT);
    }

    @TestFactory
    Stream<DynamicTest> decidesEveryPublishedCase() {
        List<List<Object>> cases = cases();
        return java.util.stream.IntStream.range(0, cases.size())
                .mapToObj(i ->
                        DynamicTest.dynamicTest(
                                i + " " + cases.get(i).getFirst(), () -> decides(cases.get(i))));
    }

    @SuppressWarnings("unchecked")
    private static void decides(List<Object> published) {
        Condition condition = ConditionReader.read(published.get(1)).condition();
        Map<String, List<Object>> groups =
                published.size() > 4 ? (Map<String, List<Object>>) published.get(4) : Map.of();
        Map<String, Object> subject = (Map<String, Object>) published.get(2);

        assertThat(Evaluator.open(groups).test(condition, subject)).isEqualTo(published.get(3));
    }

    @SuppressWarnings("unchecked")
    private static List<List<Object>> cases() {
        Path file = SharedData.orSkip("data/growthbook-sdk-cases/cases.json");
        Map<String, Object> all = JsonMapper.builder().build().readValue(file, Map.class);
        return (List<List<Object>>) java.util.Objects.requireNonNull(all.get("evalCondition"));
    }
}
