package dev.waystation.journey;

import java.util.List;
import java.util.stream.Stream;

/**
 * The answer of the interpreter: the new standing, what to do about it, and why it came to that.
 */
public record Advance(Standing standing, List<Effect> effects, List<Trace> trace) {

    public Advance {
        effects = List.copyOf(effects);
        trace = List.copyOf(trace);
    }

    /** Nothing happened to this standing. */
    public static Advance still(Standing standing) {
        return new Advance(standing, List.of(), List.of());
    }

    /** This one and the next one as one answer. */
    public Advance then(Advance next) {
        return new Advance(next.standing, joined(effects, next.effects), joined(trace, next.trace));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** True when no node was passed; the standing may still remember a fact for later. */
    public boolean isStill() {
        return effects.isEmpty() && trace.isEmpty();
    }
}
