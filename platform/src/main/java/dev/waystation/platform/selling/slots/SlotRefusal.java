package dev.waystation.platform.selling.slots;

/** Why places can't be had, in the order in which the reasons are looked for. */
public enum SlotRefusal {
    NO_SUCH_SLOT,
    SLOT_IS_OVER,
    SLOT_IS_FULL
}
