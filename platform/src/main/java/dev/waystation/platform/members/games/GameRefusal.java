package dev.waystation.platform.members.games;

/** Why a step in a game did not happen. */
public enum GameRefusal {
    DRAW_NOT_FOUND,
    DRAW_IS_NOT_OPEN,
    DRAW_SPINS_OF_THE_DAY_ARE_GONE,
    DRAW_POINTS_DO_NOT_SUFFICE,
    LEADERBOARD_NOT_FOUND
}
