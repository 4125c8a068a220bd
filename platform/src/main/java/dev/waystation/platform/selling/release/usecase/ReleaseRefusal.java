package dev.waystation.platform.selling.release.usecase;

/** Why a plan is not taken. */
public enum ReleaseRefusal {
    UNKNOWN_PLAN,
    UNKNOWN_TRAIN,
    TRAIN_HAS_NO_SUCH_CLASS,
    PLAN_IS_NOT_A_DRAFT,
    PLAN_DOES_NOT_FIT
}
