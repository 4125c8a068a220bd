package dev.waystation.platform.members.loyalty.model;

import java.time.Instant;

/** A completed trip with the names people know its stations by. */
public record Ride(
        long ticketId,
        long memberId,
        long fareMinor,
        String seatClass,
        boolean senior,
        boolean student,
        String fromZh,
        String fromEn,
        String toZh,
        String toEn,
        Instant arrivedAt) {}
