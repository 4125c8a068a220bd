package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.condition.Problem;
import dev.waystation.platform.engagement.audience.model.Segment;
import dev.waystation.platform.engagement.audience.model.SegmentGraph;
import dev.waystation.platform.engagement.audience.store.BuildStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.usecase.CarriedConditions.Carried;
import dev.waystation.platform.foundation.jobs.JobView;
import dev.waystation.platform.foundation.jobs.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a published segment another condition. It is built beside the one in force, which keeps its
 * members until the new one knows all of its own.
 */
@Service
public class EditSegment {

    /** Which segment, the new condition, and who changes it. */
    public record Command(long segmentId, Map<String, Object> condition, String by) {}

    /** What became of it. */
    public sealed interface Outcome {
        record Building(JobView job) implements Outcome {}

        record Unknown() implements Outcome {}

        /** A draft has no members to carry over, a list has no condition. */
        record NotLive() implements Outcome {}

        record BeingBuilt() implements Outcome {}

        record NotCarried(List<Problem> reasons) implements Outcome {}

        record Circle(List<String> names) implements Outcome {}
    }

    private final SegmentStore segments;
    private final BuildStore builds;
    private final ReadConditions read;
    private final Jobs jobs;
    private final Clock clock;

    EditSegment(
            SegmentStore segments, BuildStore builds, ReadConditions read, Jobs jobs, Clock clock) {
        this.segments = segments;
        this.builds = builds;
        this.read = read;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        segments.lockRules();
        long id = command.segmentId();
        Optional<Segment> found = segments.find(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!found.get().published() || found.get().list()) {
            return new Outcome.NotLive();
        }
        if (read.carried(read.parse(command.condition()))
                instanceof Carried.No(List<Problem> reasons)) {
            return new Outcome.NotCarried(reasons);
        }
        List<Long> circle = circle(id, command.condition());
        if (!circle.isEmpty()) {
            return new Outcome.Circle(circle.stream().map(this::name).toList());
        }
        return builds.start(id, command.condition(), command.by(), clock.instant())
                .<Outcome>map(version ->
                        new Outcome.Building(
                                jobs.submit(
                                        RebuildSegment.KIND,
                                        new RebuildSegment.Parameters(id, version))))
                .orElseGet(Outcome.BeingBuilt::new);
    }

    /** Builds under way count as if they were in force, or two of them could close a circle. */
    private List<Long> circle(long id, Map<String, Object> condition) {
        SegmentGraph graph = new SegmentGraph();
        segments.published().forEach(each -> graph.with(each.key(), each.condition()));
        builds.running().forEach(each -> graph.with(each.segmentId(), each.condition()));
        return graph.with(id, condition).circle(id);
    }

    private String name(long id) {
        return segments.find(id).map(segment -> segment.name().zh()).orElse("?");
    }
}
