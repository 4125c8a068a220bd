package dev.waystation.platform.engagement.journey.usecase;

import dev.waystation.journey.Graph;
import dev.waystation.journey.Interpreter;
import dev.waystation.journey.Node;
import dev.waystation.journey.Standing;
import dev.waystation.platform.engagement.journey.model.Definition;
import dev.waystation.platform.engagement.journey.model.Enrolment;
import dev.waystation.platform.engagement.journey.store.DefinitionRow;
import dev.waystation.platform.engagement.journey.store.DefinitionRows;
import dev.waystation.platform.engagement.journey.store.EnrolmentRows;
import dev.waystation.platform.engagement.journey.store.TraceRows;
import dev.waystation.platform.foundation.edge.Explanation;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.platform.foundation.wiring.VenueZone;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves members who wait in an old version to the newest, node by node as somebody maps them; never
 * by itself. A wait goes on from when it began. Where the map has a gap nobody is moved.
 */
@Service
public class MigrateEnrolments {

    private static final int BATCH = 500;

    /** From which version, which node to which; a trial only counts. */
    public record Command(
            long journeyId, int fromVersion, Map<String, String> nodes, boolean trial) {
        public Command {
            nodes = Map.copyOf(nodes);
        }
    }

    /** A node where members wait that leads nowhere in the new version. */
    public record Gap(String node, long members, Said problem) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** Members by the node they came from. */
        record Moved(int toVersion, Map<String, Long> members, boolean trial) implements Outcome {}

        record HasGaps(List<Gap> gaps) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final DefinitionRows definitions;
    private final LiveJourneys journeys;
    private final EnrolmentRows enrolments;
    private final TraceRows traces;
    private final Clock clock;

    MigrateEnrolments(
            DefinitionRows definitions,
            LiveJourneys journeys,
            EnrolmentRows enrolments,
            TraceRows traces,
            Clock clock) {
        this.definitions = definitions;
        this.journeys = journeys;
        this.enrolments = enrolments;
        this.traces = traces;
        this.clock = clock;
    }

    @Transactional
    public Outcome handle(Command command) {
        Optional<DefinitionRow> found = definitions.locked(command.journeyId());
        if (found.isEmpty() || command.fromVersion() >= found.get().version()) {
            return new Outcome.Unknown();
        }
        int toVersion = found.get().version();
        Definition to = journeys.version(command.journeyId(), toVersion);
        Map<String, Long> waiting =
                new TreeMap<>(enrolments.waiting(command.journeyId(), command.fromVersion()));
        List<Gap> gaps = gaps(waiting, command.nodes(), to.graph());
        if (!gaps.isEmpty()) {
            return new Outcome.HasGaps(gaps);
        }
        if (!command.trial()) {
            move(command, to);
        }
        return new Outcome.Moved(toVersion, waiting, command.trial());
    }

    private static List<Gap> gaps(
            Map<String, Long> waiting, Map<String, String> nodes, Graph graph) {
        List<Gap> gaps = new ArrayList<>();
        waiting.forEach((node, members) -> {
            String target = nodes.get(node);
            Optional<Node> there =
                    graph.nodes().stream().filter(one -> one.id().equals(target)).findFirst();
            if (target == null) {
                gaps.add(new Gap(node, members, new Said("没有对应节点", "is mapped to no node")));
            } else if (there.isEmpty()) {
                gaps.add(new Gap(node, members, new Said("新版本没有该节点", "its target is not there")));
            } else if (!Interpreter.isWaitedAt(there.get())) {
                gaps.add(
                        new Gap(
                                node,
                                members,
                                new Said("目标不是等待类节点", "nobody can wait at its target")));
            }
        });
        return gaps;
    }

    private void move(Command command, Definition to) {
        List<Enrolment> batch =
                enrolments.pinnedTo(command.journeyId(), command.fromVersion(), BATCH);
        while (!batch.isEmpty()) {
            List<Enrolment> moved = new ArrayList<>();
            List<TraceRows.Move> lines = new ArrayList<>();
            for (Enrolment one : batch) {
                Standing before = one.standing();
                String target = command.nodes().getOrDefault(before.node(), before.node());
                Standing after = walker(to).resume(before, target);
                moved.add(
                        new Enrolment(
                                one.memberId(),
                                one.enrolmentId(),
                                one.journeyId(),
                                to.version(),
                                one.context(),
                                one.stepCount() + 1,
                                after));
                lines.add(line(one, before.node(), target, to.version()));
            }
            enrolments.repin(moved);
            traces.insert(lines);
            batch = enrolments.pinnedTo(command.journeyId(), command.fromVersion(), BATCH);
        }
    }

    private static Interpreter walker(Definition to) {
        return new Interpreter(to.graph(), VenueZone.DEFAULT, null);
    }

    private TraceRows.Move line(Enrolment one, String from, String target, int version) {
        Explanation why =
                Explanation.of(
                        new Said(
                                "移到版本 %d：%s → %s".formatted(version, from, target),
                                "Moved to version %d: %s → %s".formatted(version, from, target)));
        return new TraceRows.Move(
                one.memberId(),
                one.enrolmentId(),
                one.stepCount() + 1,
                List.of(new TraceRows.Line(target, "MOVED", clock.instant(), why)));
    }
}
