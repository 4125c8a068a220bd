package dev.waystation.platform.foundation.vault;

import java.util.Map;
import java.util.Optional;

/**
 * What the house still has to do for a person, for which it has to know who that is: pay money
 * back, carry somebody who bought a ticket. A module contributes a bean; nobody is erased while one
 * of them names something.
 */
public interface Obligations {

    /** The gravest thing that is open; empty when nothing is. */
    Optional<Obligation> towards(long memberId);

    /**
     * One thing that has to be settled first.
     *
     * @param code of the refusal that says so, and how to settle it
     * @param values for its sentence
     */
    record Obligation(Enum<?> code, Map<String, Object> values) {
        public Obligation {
            values = Map.copyOf(values);
        }
    }
}
