package dev.waystation.platform.engagement.journey.model;

/** Why a task could not be finished. */
public enum TaskRefusal {
    UNKNOWN_TASK,
    TASK_IS_DONE
}
