package dev.waystation.journey;

import java.util.List;

/**
 * The answer of the interpreter: the new standing, what to do about it, and why it came to that.
 */
public record Advance(Standing standing, List<Effect> effects, List<Trace> trace) {

    public Advance {
        effects = List.copyOf(effects);
        trace = List.copyOf(trace);
    }

    static Advance nothing(Standing standing) {
        return new Advance(standing, List.of(), List.of());
    }

    /** True when no node was passed; the standing may still remember a fact for later. */
    public boolean isStill() {
        return effects.isEmpty() && trace.isEmpty();
    }
}
