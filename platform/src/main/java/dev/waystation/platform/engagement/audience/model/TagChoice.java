package dev.waystation.platform.engagement.audience.model;

import dev.waystation.platform.foundation.edge.Said;

/** A word with its label: one choice of a list, or a group of tags. */
public record TagChoice(String code, Said label) {}
