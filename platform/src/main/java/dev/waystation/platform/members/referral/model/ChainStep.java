package dev.waystation.platform.members.referral.model;

import java.util.List;

/** A member of a chain, how many steps below the one asked for. */
public record ChainStep(
        long memberId,
        long broughtBy,
        int depth,
        String state,
        String review,
        List<String> flags,
        long held,
        long earned,
        int brought) {}
