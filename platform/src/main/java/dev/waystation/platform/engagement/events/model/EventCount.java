package dev.waystation.platform.engagement.events.model;

/** How often something happened at a venue. */
public record EventCount(String venue, String name, long events) {}
