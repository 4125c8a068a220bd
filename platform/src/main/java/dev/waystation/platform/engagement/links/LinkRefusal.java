package dev.waystation.platform.engagement.links;

/** Why nothing changed. */
public enum LinkRefusal {
    SHORT_LINK_NOT_FOUND,
    SHORT_LINK_CODE_TAKEN
}
