package dev.waystation.platform.engagement.experiment.model;

import dev.waystation.platform.foundation.edge.Malformed;
import dev.waystation.platform.foundation.edge.Said;
import dev.waystation.statistics.Bucketing;
import dev.waystation.statistics.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is tried, on how many, and how it will be judged; the first arm is the control.
 *
 * @param coverage the share of members that take part
 * @param layer the part of a layer that this trial owns, when others must not overlap
 * @param guards metrics that must not fall
 * @param plannedUnits where the interval is narrowest and where looking longer gains little
 */
public record Design(
        List<Arm> arms,
        double coverage,
        @Nullable Layer layer,
        Metric decides,
        List<Metric> guards,
        long plannedUnits) {

    private static final int MOST_ARMS = 10;

    /** One arm. */
    public record Arm(String key, Said name, double weight) {}

    /** A part of a layer, from 0 to 1. */
    public record Layer(String name, double from, double to) {}

    public Design {
        arms = List.copyOf(arms);
        guards = List.copyOf(guards);
        Malformed.require(
                arms.size() >= 2 && arms.size() <= MOST_ARMS,
                "arms",
                arms.size(),
                "give 2 to 10 arms, the control first");
        Malformed.require(
                arms.stream().map(Arm::key).distinct().count() == arms.size(),
                "arms",
                arms,
                "give each arm a key of its own");
        Malformed.require(
                arms.stream().allMatch(arm -> arm.weight() > 0)
                        && Math.abs(arms.stream().mapToDouble(Arm::weight).sum() - 1) < 1e-6,
                "arms.weight",
                arms,
                "give weights above 0 that add up to 1");
        Malformed.require(
                coverage > 0 && coverage <= 1, "coverage", coverage, "give a share above 0 to 1");
        Malformed.require(
                plannedUnits >= 100, "plannedUnits", plannedUnits, "plan for 100 members or more");
    }

    public List<Double> weights() {
        return arms.stream().map(Arm::weight).toList();
    }

    /** Which arm this is, from 0. */
    public int indexOf(String arm) {
        return arms.stream().map(Arm::key).toList().indexOf(arm);
    }

    /** Whether nobody who took part in this one moves or drops out in that one. */
    public boolean onlyWidensTo(Design other) {
        return weights().equals(other.weights())
                && arms.stream()
                        .map(Arm::key)
                        .toList()
                        .equals(other.arms().stream().map(Arm::key).toList())
                && other.coverage() >= coverage
                && widens(layer, other.layer());
    }

    private static boolean widens(@Nullable Layer from, @Nullable Layer to) {
        if (to == null) {
            return true;
        }
        return from != null
                && from.name().equals(to.name())
                && to.from() <= from.from()
                && to.to() >= from.to();
    }

    /** What decides the arm of a member in a phase; a new phase deals anew. */
    public Trial trial(String key, int phase, boolean running) {
        Layer own = layer;
        return new Trial(
                key,
                phase == 1 ? key : key + ":" + phase,
                Bucketing.CURRENT_VERSION,
                "id",
                arms.size(),
                coverage,
                weights(),
                List.of(),
                own == null
                        ? null
                        : new Trial.Layer(own.name(), new Bucketing.Range(own.from(), own.to())),
                List.of(),
                running,
                null);
    }
}
