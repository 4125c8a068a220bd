package dev.waystation.platform.members.referral.model;

import java.time.Instant;
import java.util.List;

/** Invited people who share something; the name stands for what it is. */
public record Cluster(
        String signal,
        String name,
        List<Long> invitees,
        List<Long> inviters,
        long held,
        long earned,
        int open,
        Instant lastSeen) {}
