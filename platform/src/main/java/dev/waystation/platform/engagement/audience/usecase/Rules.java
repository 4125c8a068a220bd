package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.audience.TimeToFlip;
import dev.waystation.condition.Attributes;
import dev.waystation.platform.engagement.audience.model.Definition;
import dev.waystation.platform.engagement.audience.model.Extra;
import dev.waystation.platform.engagement.audience.model.MemberView;
import dev.waystation.platform.engagement.audience.model.Rule;
import dev.waystation.platform.engagement.audience.model.SegmentGraph;
import dev.waystation.platform.engagement.audience.store.BuildStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TagStore;
import dev.waystation.platform.foundation.edge.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules in force, compiled against the catalogue of now. */
@Component
class Rules {

    /**
     * One reading of all rules.
     *
     * @param segments each after those it asks for
     * @param builds conditions in the making, by the segment they are for
     * @param flips when time alone may turn any of them
     */
    record InForce(
            Attributes catalogue,
            List<Rule<String>> tags,
            List<Rule<Long>> segments,
            List<Rule<Long>> builds,
            TimeToFlip flips) {

        InForce(
                Attributes catalogue,
                List<Rule<String>> tags,
                List<Rule<Long>> segments,
                List<Rule<Long>> builds) {
            this(
                    catalogue,
                    tags,
                    segments,
                    builds,
                    TimeToFlip.of(
                            Stream.of(tags, segments, builds)
                                    .flatMap(List::stream)
                                    .map(Rule::condition)
                                    .toList(),
                            Extra::reading));
        }
    }

    private final CurrentVocabulary vocabulary;
    private final TagStore tags;
    private final SegmentStore segments;
    private final BuildStore builds;

    Rules(CurrentVocabulary vocabulary, TagStore tags, SegmentStore segments, BuildStore builds) {
        this.builds = builds;
        this.vocabulary = vocabulary;
        this.tags = tags;
        this.segments = segments;
    }

    /** The rules as they stand, and stay until the running transaction ends. */
    InForce hold() {
        segments.holdRules();
        return read();
    }

    /** Writes which of these members meet a condition in the making. */
    void stage(Rule<Long> build, List<MemberView> looked, Attributes catalogue) {
        builds.stage(
                build.key(),
                ids(looked.stream()),
                ids(looked.stream().filter(m -> build.compiled().test(m.row(catalogue)))));
    }

    private static List<Long> ids(Stream<MemberView> members) {
        return members.map(member -> member.traits().memberId()).toList();
    }

    InForce read() {
        Attributes catalogue = vocabulary.attributes();
        Attributes open = catalogue.open(); // a city may have left the timetable since
        return new InForce(
                catalogue,
                tags.definitions().stream()
                        .map(t -> Rule.of(t.key(), t.name(), t.condition(), open))
                        .toList(),
                inOrder(segments.published()).stream()
                        .map(s -> Rule.of(s.key(), s.name(), s.condition(), open))
                        .toList(),
                builds.running().stream()
                        .map(b -> Rule.of(b.segmentId(), Said.same(""), b.condition(), open))
                        .toList());
    }

    /** Those that others ask for come first. */
    private static List<Definition<Long>> inOrder(List<Definition<Long>> published) {
        SegmentGraph graph = new SegmentGraph();
        Map<Long, Definition<Long>> byId = new HashMap<>();
        for (Definition<Long> each : published) {
            graph.with(each.key(), each.condition());
            byId.put(each.key(), each);
        }
        return graph.inOrder().stream().map(byId::get).map(Objects::requireNonNull).toList();
    }
}
