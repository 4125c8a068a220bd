package dev.waystation.platform.engagement.links.model;

/** To whom a message went, and which. */
public record Reader(long memberId, long messageId) {}
