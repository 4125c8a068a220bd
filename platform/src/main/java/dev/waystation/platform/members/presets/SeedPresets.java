package dev.waystation.platform.members.presets;

/** Puts ready-made programmes in force in a demo world. */
public interface SeedPresets {

    /** All subjects of the programme of that code, as if a person had chosen it. */
    void adopt(String code);
}
