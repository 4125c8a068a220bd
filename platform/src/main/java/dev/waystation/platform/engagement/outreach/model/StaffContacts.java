package dev.waystation.platform.engagement.outreach.model;

/** Somebody of the staff and how many customers they know. */
public record StaffContacts(String userid, long customers) {}
