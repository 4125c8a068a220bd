package dev.waystation.platform.members.games.model;

import dev.waystation.platform.foundation.edge.Malformed;
import java.util.List;

/**
 * Prizes and their chances. The last prize has no limit: it is given where another has run out, so
 * the stated odds never silently change for the others.
 */
public record Wheel(List<Prize> prizes) {

    public Wheel {
        prizes = List.copyOf(prizes);
        Malformed.require(
                prizes.size() >= 2 && prizes.size() <= 12, "prizes", prizes.size(), "give 2 to 12");
        Malformed.require(
                prizes.getLast().stock() == null,
                "prizes",
                prizes.getLast().stock(),
                "let the last prize be without limit; it stands in for those that run out");
    }

    /** All weights; a roll lies between 0 and one less. */
    public long total() {
        return prizes.stream().mapToLong(Prize::weight).sum();
    }

    /** The prize a roll points at. */
    public Prize at(long roll) {
        long rest = roll;
        for (Prize prize : prizes) {
            if (rest < prize.weight()) {
                return prize;
            }
            rest -= prize.weight();
        }
        throw new IllegalArgumentException("roll " + roll + " is beyond " + total());
    }

    public Prize consolation() {
        return prizes.getLast();
    }
}
