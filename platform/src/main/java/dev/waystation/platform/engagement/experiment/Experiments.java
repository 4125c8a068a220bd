package dev.waystation.platform.engagement.experiment;

/** The door to trials: which arm a member is in, the same wherever it is asked. */
public interface Experiments {

    /** The member's arm; whoever takes part is recorded as having seen it, the control too. */
    Assigned assign(String trialKey, long memberId);
}
