package dev.waystation.platform.engagement.experiment;

import dev.waystation.platform.foundation.edge.Said;
import java.util.List;

/** The door for modules that try something on a part of the members. */
public interface Trials {

    /**
     * Begins a trial of everybody who comes by, judged by who buys and what they spend.
     *
     * @param arms the control first; parts add up to ten thousand
     * @return false when the key is taken
     */
    boolean begin(String key, Said name, List<Arm> arms);

    /** Stops it; what was seen stays. */
    void end(String key);

    /** An arm by key, name and part. */
    record Arm(String key, Said name, int perTenThousand) {}
}
