package dev.waystation.platform.engagement.outreach.model;

/** A tag as WeCom has it. */
public record CorpTag(String id, String name, String group) {}
