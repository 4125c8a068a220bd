package dev.waystation.platform.members.benefits.model;

/** How a campaign does. */
public record CampaignFigures(
        long codesMade,
        long claimed,
        long reserved,
        long redeemed,
        long rolledBack,
        long discountMinor) {}
