package dev.waystation.platform.members.loyalty.model;

import dev.waystation.platform.members.loyalty.model.Limit.Counter;
import java.util.HashMap;
import java.util.Map;

/** What has been drawn from each pot. Live it is read under lock; a dry run's is thrown away. */
public final class Allowance {

    private final Map<Counter, Long> used;
    private final Map<Counter, Long> taken = new HashMap<>();

    public Allowance(Map<Counter, Long> used) {
        this.used = new HashMap<>(used);
    }

    public long used(Counter counter) {
        return used.getOrDefault(counter, 0L);
    }

    long left(Counter counter, long most) {
        return Math.max(0, most - used(counter));
    }

    void take(Counter counter, long amount) {
        used.merge(counter, amount, Math::addExact);
        taken.merge(counter, amount, Math::addExact);
    }

    /** What was drawn since this was made. */
    public Map<Counter, Long> taken() {
        return Map.copyOf(taken);
    }
}
