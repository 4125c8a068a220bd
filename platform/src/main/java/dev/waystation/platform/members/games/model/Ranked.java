package dev.waystation.platform.members.games.model;

/** A line of a leaderboard. */
public record Ranked(long rank, long memberId, long score) {}
