package dev.waystation.platform.engagement.audience.usecase;

import dev.waystation.platform.engagement.audience.store.MergedStore;
import dev.waystation.platform.engagement.audience.store.SegmentStore;
import dev.waystation.platform.engagement.audience.store.TraitStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/**
 * Takes members in hand until the transaction ends, in the one order in which nobody waits for
 * anybody who waits: first the rules, then rows in the order of numbers.
 */
@Component
class HoldMembers {

    private final SegmentStore rules;
    private final TraitStore traits;
    private final MergedStore merged;

    HoldMembers(SegmentStore rules, TraitStore traits, MergedStore merged) {
        this.rules = rules;
        this.traits = traits;
        this.merged = merged;
    }

    /**
     * Answers for those who are one person with others who of them stays; it is the row of that one
     * that is held.
     *
     * @param days members, each with the day to begin with where nothing is known of them
     */
    Map<Long, Long> handle(SortedMap<Long, LocalDate> days) {
        rules.holdRules(); // before any row of a member, as whoever changes a rule does
        traits.ensure(days);
        Map<Long, Long> stay = merged.stay(days.keySet());
        List<Long> held = days.keySet().stream().map(id -> stay.getOrDefault(id, id)).toList();
        traits.lock(held.stream().distinct().toList());
        return stay;
    }

    /** After something changed of them: those who stay are what all of them are. */
    void combine(Map<Long, Long> stay) {
        stay.values().stream().distinct().sorted().forEach(merged::combine);
    }
}
