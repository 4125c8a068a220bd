package dev.waystation.platform.members.referral.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who looks like one person playing many, by what they share. */
public final class Suspects {

    /** Somebody invited on whom the signal was seen, and by whom they were invited. */
    public record Seen(long inviteeId, long inviterId) {}

    private Suspects() {}

    /**
     * The invited people of one digest that somebody should look at. An inviter who carries the
     * digest counts as one more of the group.
     *
     * @param insiders inviters on whom the same digest was seen
     */
    public static Set<Long> sharing(
            Signal signal, Collection<Seen> seen, Set<Long> insiders, Terms.Limits limits) {
        Set<Long> suspects = new TreeSet<>();
        for (Collection<Seen> group : groups(signal, seen)) {
            Set<Long> people = new HashSet<>();
            for (Seen each : group) {
                people.add(each.inviteeId());
                if (insiders.contains(each.inviterId())) {
                    people.add(each.inviterId());
                }
            }
            if (people.size() >= limits.of(signal)) {
                group.forEach(each -> suspects.add(each.inviteeId()));
            }
        }
        return suspects;
    }

    /** Whether an inviter's people come faster than people do. */
    public static boolean tooFast(int lastHour, int lastDay, Terms.Limits limits) {
        return lastHour > limits.perHour() || lastDay > limits.perDay();
    }

    private static Collection<? extends Collection<Seen>> groups(
            Signal signal, Collection<Seen> seen) {
        if (!signal.near()) {
            return List.of(seen);
        }
        Map<Long, Set<Seen>> ofInviter = new HashMap<>();
        seen.forEach(each ->
                ofInviter.computeIfAbsent(each.inviterId(), _ -> new HashSet<>()).add(each));
        return ofInviter.values();
    }
}
