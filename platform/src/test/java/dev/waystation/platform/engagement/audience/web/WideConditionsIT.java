package dev.waystation.platform.engagement.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.waystation.platform.PlatformIT;
import dev.waystation.platform.SignIn;
import dev.waystation.platform.engagement.audience.SeedAudience;
import dev.waystation.testkit.Capability;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** Conditions as wide and as deep as the builder makes them. */
@PlatformIT
class WideConditionsIT {

    private static final int LEVELS = 5;
    private static final int LEAVES = 30;

    @Autowired private MockMvc mvc;
    @Autowired private SeedAudience seed;
    @Autowired private JsonMapper json;

    @Test
    @Capability("SEG-01")
    @Capability("SEG-07")
    void everyNodeOfFiveLevelsAndThirtyLeavesIsCountedAsIfItStoodAlone() throws Exception {
        seed.load(
                LongStream.range(0, 60)
                        .mapToObj(n ->
                                new SeedAudience.Traits(
                                        736_500_000L + n,
                                        LocalDate.of(1950 + (int) n, 6, 1),
                                        n % 2 == 0 ? "female" : "male",
                                        "WUH",
                                        LocalDate.of(2026, 1, 1),
                                        null,
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        null,
                                        n * 100)),
                Stream.of());
        List<Map<String, Object>> leaves = new ArrayList<>();
        Map<String, Object> whole = tree(1, leaves);
        assertThat(leaves).hasSize(LEAVES);
        Map<String, Object> nodes = new TreeMap<>();
        collect("", whole, nodes);
        assertThat(nodes.keySet()).anyMatch(at -> at.split("\\$(and|or|nor)").length > LEVELS);

        Map<String, Integer> told = new TreeMap<>();
        String counted = count(whole);
        List<Map<String, Object>> each = JsonPath.read(counted, "$.leaves");
        each.forEach(leaf -> told.put((String) leaf.get("path"), (Integer) leaf.get("count")));

        for (Map.Entry<String, Object> node : nodes.entrySet()) {
            int alone = JsonPath.read(count(node.getValue()), "$.count");
            assertThat(told).as("%s", node.getValue()).containsEntry(node.getKey(), alone);
        }
        assertThat(told.values()).as("the nodes differ").hasSizeGreaterThan(LEAVES);
        assertThat(told.values().stream().distinct().count()).isGreaterThan(10);
    }

    /** All, any and none take turns; each level holds leaves and one deeper group. */
    private static Map<String, Object> tree(int level, List<Map<String, Object>> leaves) {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < LEAVES / LEVELS; i++) {
            Map<String, Object> leaf =
                    i % 3 == 0
                            ? Map.of("age", Map.of("$gte", 15 + 9 * level + i))
                            : i % 3 == 1
                                    ? Map.of("points", Map.of("$lt", 6_000 - 900 * level - i))
                                    : Map.of("gender", Map.of("$eq", "female"));
            leaves.add(leaf);
            parts.add(leaf);
        }
        if (level < LEVELS) {
            parts.add(tree(level + 1, leaves));
        }
        return Map.of(List.of("$or", "$and", "$nor").get(level % 3), parts);
    }

    /** Every node under its place, as the counts name it. */
    private static void collect(String at, Object node, Map<String, Object> nodes) {
        Map<?, ?> map = (Map<?, ?>) node;
        String key = (String) map.keySet().iterator().next();
        String place = at.isEmpty() ? key : at + "." + key;
        Object value = Objects.requireNonNull(map.get(key));
        if (value instanceof List<?> parts) {
            nodes.put(place, node);
            for (int i = 0; i < parts.size(); i++) {
                collect(place + "." + i, parts.get(i), nodes);
            }
        } else {
            nodes.put(place + "." + ((Map<?, ?>) value).keySet().iterator().next(), node);
        }
    }

    private String count(Object condition) throws Exception {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("condition", condition);
        return mvc.perform(
                        post("/v1/segments:count")
                                .with(SignIn.staff("segments.read"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json.writeValueAsString(question)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
