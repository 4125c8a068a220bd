package dev.waystation.platform.members.presets;

/** Why a ready-made programme is not put in force or taken back. */
public enum PresetRefusal {
    PRESET_NOT_FOUND,
    PRESET_CHANGES_NOTHING,
    ADOPTION_NOT_FOUND,
    ADOPTION_IS_TAKEN_BACK,
    LATER_ADOPTION_STANDS
}
