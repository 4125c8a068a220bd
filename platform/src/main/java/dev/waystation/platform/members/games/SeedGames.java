package dev.waystation.platform.members.games;

import java.util.List;

/** A wheel, challenges and scores for a demo world. */
public interface SeedGames {

    /**
     * @param players some who have played already
     */
    void seed(List<Long> players);
}
