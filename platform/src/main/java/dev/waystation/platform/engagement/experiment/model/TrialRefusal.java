package dev.waystation.platform.engagement.experiment.model;

/** Why something asked of a trial was refused. */
public enum TrialRefusal {
    UNKNOWN_TRIAL,
    TRIAL_KEY_IS_TAKEN,
    TRIAL_IS_STOPPED
}
