package dev.waystation.platform.engagement.audience.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waystation.platform.foundation.edge.PublicId;
import dev.waystation.testkit.Capability;
import dev.waystation.testkit.Draw;
import dev.waystation.testkit.Seeded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SegmentGraphTest {

    @Test
    @Capability("SEG-05")
    void whatIsAskedForComesBeforeWhatAsksInAnyOrderOfAdding() {
        Seeded.runs(
                300,
                draw -> {
                    int size = draw.between(1, 12);
                    Map<Long, List<Long>> asks = new HashMap<>();
                    SegmentGraph graph = new SegmentGraph();
                    List<Long> segments = new ArrayList<>();
                    for (long id = 1; id <= size; id++) {
                        segments.add(draw.between(0, segments.size()), id);
                    }
                    for (long id : segments) {
                        // only smaller numbers are asked for, so there is no circle
                        List<Long> asked = smaller(draw, id);
                        asks.put(id, asked);
                        graph.with(id, asking(asked));
                    }
                    List<Long> order = graph.inOrder();
                    assertThat(order).containsExactlyInAnyOrderElementsOf(segments);
                    for (long id : order) {
                        assertThat(graph.circle(id)).isEmpty();
                        assertThat(asks.get(id))
                                .allMatch(asked -> order.indexOf(asked) < order.indexOf(id));
                    }
                });
    }

    @Test
    @Capability("SEG-05")
    void everyCircleIsFoundWithItsWay() {
        Seeded.runs(
                200,
                draw -> {
                    int size = draw.between(1, 8);
                    SegmentGraph graph = new SegmentGraph();
                    for (long id = 2; id <= size; id++) {
                        graph.with(id, asking(List.of(id - 1)));
                    }
                    assertThat(graph.circle(size)).isEmpty();
                    graph.with(1, asking(List.of((long) size)));
                    List<Long> way = graph.circle(draw.between(1, size));
                    assertThat(way).hasSize(size + 1).startsWith(way.getLast());
                });
    }

    @Test
    void whatIsAskedIsReadFromAnyDepth() {
        Map<String, Object> deep =
                Map.of("$or", List.of(Map.of("$nor", List.of(asking(List.of(7L, 9L))))));
        assertThat(SegmentGraph.asked(deep)).isEqualTo(Set.of(7L, 9L));
        assertThat(SegmentGraph.asked(Map.of("city", "seg_short"))).isEmpty();
    }

    private static List<Long> smaller(Draw draw, long id) {
        List<Long> asked = new ArrayList<>();
        for (long other = 1; other < id; other++) {
            if (draw.chance(30)) {
                asked.add(other);
            }
        }
        return asked;
    }

    private static Map<String, Object> asking(List<Long> ids) {
        List<String> codes = ids.stream().map(id -> PublicId.encode("seg", id)).toList();
        return Map.of("segments", Map.of("$in", codes));
    }
}
