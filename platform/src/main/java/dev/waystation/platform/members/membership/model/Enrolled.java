package dev.waystation.platform.members.membership.model;

import java.time.Instant;

/** A member as stored, opened. */
public record Enrolled(
        long id,
        Person person,
        String phone,
        String gender,
        String cityCode,
        String channel,
        Instant joinedAt) {

    @Override
    public String toString() {
        return "Enrolled[" + id + "]";
    }
}
