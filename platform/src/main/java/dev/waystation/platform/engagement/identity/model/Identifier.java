package dev.waystation.platform.engagement.identity.model;

/**
 * One identifier.
 *
 * @param index keyed digest of the value, hexadecimal; the value itself is not kept
 */
public record Identifier(IdType type, String index) {}
