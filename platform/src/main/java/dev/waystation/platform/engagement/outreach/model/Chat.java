package dev.waystation.platform.engagement.outreach.model;

/** A group. */
public record Chat(String chat, String name, String owner) {}
