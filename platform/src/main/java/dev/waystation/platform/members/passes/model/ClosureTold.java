package dev.waystation.platform.members.passes.model;

/** A closure and what it gave back so far. */
public record ClosureTold(Closure closure, long passes, long days) {}
