package dev.waystation.platform.structure.modules.giver;

/** What the other module takes without having said so. */
public record Given(int value) {}
