package dev.waystation.platform.engagement.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.condition.ConditionReader;
import dev.waystation.condition.Evaluator;
import dev.waystation.statistics.Assignment;
import dev.waystation.statistics.Bucketing;
import dev.waystation.statistics.Trial;
import dev.waystation.testkit.SharedData;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** The published run cases: whole decisions, with conditions from the condition language. */
@SuppressWarnings("unchecked")
class PublishedRunsTest {

    @TestFactory
    Stream<DynamicTest> decidesEveryPublishedRun() {
        List<List<Object>> cases =
                (List<List<Object>>)
                        of(
                                JsonMapper.builder()
                                        .build()
                                        .readValue(
                                                SharedData.orSkip("data/growthbook-sdk-cases")
                                                        .resolve("cases.json")
                                                        .toFile(),
                                                Map.class),
                                "run");
        return IntStream.range(0, cases.size())
                .mapToObj(i ->
                        DynamicTest.dynamicTest(
                                i + " " + cases.get(i).getFirst(), () -> decides(cases.get(i))));
    }

    private static void decides(List<Object> published) {
        Map<String, Object> context = (Map<String, Object>) published.get(1);
        Map<String, Object> given = (Map<String, Object>) published.get(2);
        Assignment decided = Assignment.of(trial(given), who(context, given));
        List<Object> variations = (List<Object>) of(given, "variations");
        assertThat(variations.get(decided.variation())).isEqualTo(published.get(3));
        assertThat(decided.takesPart()).isEqualTo(published.get(4));
        assertThat(decided.byHash()).isEqualTo(published.get(5));
    }

    private static Trial trial(Map<String, Object> given) {
        String key = (String) of(given, "key");
        return new Trial(
                key,
                or(given, "seed", key),
                number(given.getOrDefault("hashVersion", 1)).intValue(),
                or(given, "hashAttribute", "id"),
                ((List<?>) of(given, "variations")).size(),
                number(given.getOrDefault("coverage", 1)).doubleValue(),
                ((List<Object>) given.getOrDefault("weights", List.of()))
                        .stream().map(weight -> number(weight).doubleValue()).toList(),
                ranges(given.getOrDefault("ranges", List.of())),
                layer((List<Object>) given.get("namespace")),
                filters((List<Map<String, Object>>) given.getOrDefault("filters", List.of())),
                (Boolean) given.getOrDefault("active", true),
                given.containsKey("force") ? number(given.get("force")).intValue() : null);
    }

    private static Trial.@Nullable Layer layer(@Nullable List<Object> namespace) {
        return namespace == null
                ? null
                : new Trial.Layer(
                        (String) namespace.get(0),
                        new Bucketing.Range(
                                number(namespace.get(1)).doubleValue(),
                                number(namespace.get(2)).doubleValue()));
    }

    private static List<Trial.Filter> filters(List<Map<String, Object>> given) {
        return given.stream()
                .map(filter ->
                        new Trial.Filter(
                                (String) of(filter, "seed"),
                                or(filter, "attribute", "id"),
                                number(filter.getOrDefault("hashVersion", 2)).intValue(),
                                ranges(of(filter, "ranges"))))
                .toList();
    }

    private static List<Bucketing.Range> ranges(Object given) {
        return ((List<List<Object>>) given)
                .stream()
                        .map(ends ->
                                new Bucketing.Range(
                                        number(ends.get(0)).doubleValue(),
                                        number(ends.get(1)).doubleValue()))
                        .toList();
    }

    private static Assignment.Who who(Map<String, Object> context, Map<String, Object> given) {
        Map<String, Object> attributes =
                (Map<String, Object>) context.getOrDefault("attributes", Map.of());
        Map<String, String> units = new HashMap<>();
        attributes.forEach((name, value) -> {
            if (value != null) {
                units.put(name, value.toString());
            }
        });
        return new Assignment.Who(
                units,
                asked((String) context.get("url")),
                ints((Map<String, Object>) context.getOrDefault("forcedVariations", Map.of())),
                (Boolean) context.getOrDefault("enabled", true),
                (Boolean) context.getOrDefault("qaMode", false),
                () -> targets(context, given, attributes));
    }

    private static boolean targets(
            Map<String, Object> context, Map<String, Object> given, Map<String, Object> who) {
        Map<String, List<Object>> groups =
                (Map<String, List<Object>>) context.getOrDefault("savedGroups", Map.of());
        Evaluator evaluator = Evaluator.open(groups);
        List<Boolean> answers = new ArrayList<>();
        answers.add(
                evaluator.test(
                        ConditionReader.parse(given.getOrDefault("condition", Map.of())), who));
        Map<String, Map<String, Object>> flags =
                (Map<String, Map<String, Object>>) context.getOrDefault("features", Map.of());
        for (Map<String, Object> parent :
                (List<Map<String, Object>>) given.getOrDefault("parentConditions", List.of())) {
            Object value =
                    flags.getOrDefault((String) parent.get("id"), Map.of()).get("defaultValue");
            answers.add(
                    evaluator.test(
                            ConditionReader.parse(parent.get("condition")),
                            value == null ? Map.of() : Map.of("value", value)));
        }
        return answers.stream().allMatch(Boolean::booleanValue);
    }

    private static Map<String, Integer> asked(@Nullable String address) {
        Map<String, Integer> asked = new HashMap<>();
        String query = address == null ? null : URI.create(address).getQuery();
        if (query != null) {
            for (String pair : query.split("&")) {
                String[] both = pair.split("=");
                asked.put(both[0], Integer.valueOf(both[1]));
            }
        }
        return asked;
    }

    private static Map<String, Integer> ints(Map<String, Object> given) {
        Map<String, Integer> ints = new HashMap<>();
        given.forEach((key, value) -> ints.put(key, number(value).intValue()));
        return ints;
    }

    private static Object of(Map<String, Object> given, String name) {
        return Objects.requireNonNull(given.get(name), name);
    }

    private static String or(Map<String, Object> given, String name, String otherwise) {
        return given.get(name) instanceof String text ? text : otherwise;
    }

    private static Number number(Object value) {
        return (Number) value;
    }
}
