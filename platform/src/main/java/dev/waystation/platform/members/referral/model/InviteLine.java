package dev.waystation.platform.members.referral.model;

/** An invitation with what it holds and has brought. */
public record InviteLine(Invitation invitation, long held, long earned, long reversed) {}
