package dev.waystation.platform.members.referral.model;

/** A link; the code is all that stands in its address. */
public record InviteLink(long memberId, long campaignId, String channel, String code) {}
