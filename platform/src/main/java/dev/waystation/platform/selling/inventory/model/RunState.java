package dev.waystation.platform.selling.inventory.model;

import dev.waystation.release.LimitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a run's journal says up to one line: enough to go on from there without reading it.
 *
 * @param sequence the last line included
 * @param steps steps of plans already applied
 * @param limits limits in force per class; a class without any is open to everybody
 */
public record RunState(
        long sequence, List<Claim> claims, Set<String> steps, Map<String, LimitSet> limits) {

    public RunState {
        claims = List.copyOf(claims);
        steps = Set.copyOf(steps);
        limits = Map.copyOf(limits);
    }
}
