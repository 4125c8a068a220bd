package dev.waystation.platform.engagement.experiment;

import java.time.Instant;
import java.util.List;

/** The door to trials: which arm a member is in, the same wherever it is asked. */
public interface Experiments {

    /** The member's arm; whoever takes part is recorded as having seen it, the control too. */
    Assigned assign(String trialKey, long memberId);

    /** Whether a trial has just these arms, in this order, with these parts of ten thousand. */
    boolean isDealtAs(String trialKey, List<Share> shares);

    /**
     * Members came where the arms of a trial part; what they were dealt is counted once each. Those
     * held out of everything, and all while the trial does not run, are left out.
     */
    void saw(List<Sight> sights);

    /** An arm and its part. */
    record Share(String arm, int perTenThousand) {}

    /** Who saw which arm when. */
    record Sight(String trialKey, long memberId, String arm, Instant at) {}
}
